package org.slipway.cmdb;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.ImportRefused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Takes classes, configuration items and relationships in from files: tables, of which the header says what they hold, and
 * JSON with a list of each. All of the files or nothing: one line at fault refuses the import with {@link ImportRefused}.
 * Idempotent: an item whose row says nothing new gets no version. Needs {@link Operation#MANAGE_CMDB}. (src/docs/domain.md,
 * Configuration items)
 */
@Service
public class CmdbImport {

    private final ClassImport classes;
    private final ItemImport items;
    private final RelationshipImport relationships;
    private final StatePatch patch;
    private final ObjectMapper json;
    private final Rights rights;

    CmdbImport(
            ClassImport classes,
            ItemImport items,
            RelationshipImport relationships,
            StatePatch patch,
            ObjectMapper json,
            Rights rights) {
        this.classes = classes;
        this.items = items;
        this.relationships = relationships;
        this.patch = patch;
        this.json = json;
        this.rights = rights;
    }

    @Transactional
    public ImportReport run(List<CsvSource> sources) {
        return run(sources, ImportOptions.PLAIN, rows -> {});
    }

    /**
     * As {@link #run(List)}, as the options say.
     *
     * @param rows told how many rows more have been worked on
     */
    @Transactional
    public ImportReport run(List<CsvSource> sources, ImportOptions options, LongConsumer rows) {
        allow(options);
        ImportRun run = new ImportRun(options, new ImportProblems(), rows);
        try {
            ImportReport report = run(sources, run);
            run.problems().refuse();
            if (options.dryRun()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return report.tried();
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses who may not, and what is not meant so, before anything is read. */
    void allow(ImportOptions options) {
        rights.require(Operation.MANAGE_CMDB);
        options.check();
    }

    /** Classes first, then items, because items need the ones and relationships the others. */
    private ImportReport run(List<CsvSource> sources, ImportRun run) throws IOException {
        ImportReport report = ImportReport.EMPTY;
        Set<String> seenItems = new HashSet<>();
        Set<Long> seenRelationships = new HashSet<>();
        for (Kind kind : Kind.values()) {
            for (CsvSource source : sources) {
                // With items refused, their relationships could only be refused for the wrong reason.
                if (kind != Kind.RELATIONSHIPS || run.isClean()) {
                    report = isJson(source)
                            ? json(source, kind, run, report, seenItems, seenRelationships)
                            : table(source, kind, run, report, seenItems, seenRelationships);
                }
            }
        }
        if (run.isComplete() && run.isClean()) {
            String source = Objects.requireNonNull(run.source());
            report = report.plus(relationships.removeUnseen(source, seenRelationships))
                    .plus(items.retire(source, seenItems));
        }
        return report;
    }

    private ImportReport table(
            CsvSource source,
            Kind kind,
            ImportRun run,
            ImportReport report,
            Set<String> seenItems,
            Set<Long> seenRelationships)
            throws IOException {
        // A file that cannot be opened is told once.
        ImportProblems problems = kind == Kind.CLASSES ? run.problems() : new ImportProblems();
        try (CsvTable table = CsvTable.open(source, problems)) {
            Kind held = kindOf(table.header());
            if (held == null && kind == Kind.CLASSES && problems.isEmpty()) {
                problems.add(table.file(), 1, null, "csv-header-unknown", String.join(", ", table.header()));
            }
            if (held != kind) {
                return report;
            }
            table.report(run.problems());
            return switch (kind) {
                case CLASSES -> report.plusClasses(classes.classes(table, run));
                case ITEMS ->
                    report.plus(items.run(
                            table.file(),
                            most -> table.next(most).stream()
                                    .map(row -> ItemImport.row(row, table.file(), run.problems()))
                                    .toList(),
                            run,
                            seenItems));
                case RELATIONSHIPS ->
                    report.plus(relationships.run(
                            table.file(),
                            most -> table.next(most).stream()
                                    .map(RelationshipImport::row)
                                    .toList(),
                            run,
                            seenRelationships));
            };
        }
    }

    private ImportReport json(
            CsvSource source,
            Kind kind,
            ImportRun run,
            ImportReport report,
            Set<String> seenItems,
            Set<Long> seenRelationships)
            throws IOException {
        switch (kind) {
            case CLASSES -> {
                int taken;
                try (JsonSection section = JsonSection.open(source, "classes", json, run.problems())) {
                    taken = classes.classes(section, run);
                }
                if (!run.isClean()) {
                    return report;
                }
                try (JsonSection section = JsonSection.open(source, "relationshipTypes", json, run.problems())) {
                    return report.plusClasses(taken + classes.types(section, run));
                }
            }
            case ITEMS -> {
                try (JsonSection section = JsonSection.open(source, "items", json, run.problems())) {
                    return report.plus(items.run(
                            section.file(),
                            most -> section.next(most).stream()
                                    .map(row -> ItemImport.row(row, section.file(), patch, run.problems()))
                                    .toList(),
                            run,
                            seenItems));
                }
            }
            default -> {
                try (JsonSection section = JsonSection.open(source, "relationships", json, run.problems())) {
                    return report.plus(relationships.run(
                            section.file(),
                            most -> section.next(most).stream()
                                    .map(RelationshipImport::row)
                                    .toList(),
                            run,
                            seenRelationships));
                }
            }
        }
    }

    private static boolean isJson(CsvSource source) {
        return source.name().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static @Nullable Kind kindOf(List<String> header) {
        if (RelationshipImport.describes(header)) {
            return Kind.RELATIONSHIPS;
        }
        if (ClassImport.describes(header)) {
            return Kind.CLASSES;
        }
        return ItemColumns.describe(header) ? Kind.ITEMS : null;
    }

    /** What a file holds, in the order in which it is needed. */
    private enum Kind {
        CLASSES,
        ITEMS,
        RELATIONSHIPS
    }
}
