package org.slipway.cmdb;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.slipway.access.FileTakenIn;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.ImportRefused;
import org.springframework.context.ApplicationEventPublisher;
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
    private final EntityManager entityManager;
    private final ApplicationEventPublisher events;

    CmdbImport(
            ClassImport classes,
            ItemImport items,
            RelationshipImport relationships,
            StatePatch patch,
            ObjectMapper json,
            Rights rights,
            EntityManager entityManager,
            ApplicationEventPublisher events) {
        this.classes = classes;
        this.items = items;
        this.relationships = relationships;
        this.patch = patch;
        this.json = json;
        this.rights = rights;
        this.entityManager = entityManager;
        this.events = events;
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
        ImportRun run = new ImportRun(options, rows);
        try {
            ImportReport report = takeIn(sources, run);
            run.problems().refuse();
            if (options.dryRun()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return report.tried();
            }
            events.publishEvent(new FileTakenIn("cmdb", CsvSource.taken(sources), report));
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

    private ImportReport takeIn(List<CsvSource> sources, ImportRun run) throws IOException {
        try (FileTakenIn.UnderWay rows = FileTakenIn.begin()) {
            ImportReport report = run(sources, run);
            if (run.isClean()) {
                entityManager.flush();
            }
            return report;
        }
    }

    /** Classes first, then items, because items need the ones and relationships the others. */
    private ImportReport run(List<CsvSource> sources, ImportRun run) throws IOException {
        Map<Kind, List<CsvSource>> files = new EnumMap<>(Kind.class);
        for (CsvSource source : sources) {
            for (Kind held : held(source, run)) {
                files.computeIfAbsent(held, first -> new ArrayList<>()).add(source);
            }
        }
        ImportReport report = ImportReport.EMPTY;
        for (Kind kind : Kind.values()) {
            for (CsvSource file : files.getOrDefault(kind, List.of())) {
                // With items refused, their relationships could only be refused for the wrong reason.
                if (kind != Kind.RELATIONSHIPS || run.isClean()) {
                    report = isJson(file) ? json(file, kind, run, report) : table(file, kind, run, report);
                }
            }
        }
        if (run.isComplete() && run.isClean()) {
            String source = Objects.requireNonNull(run.source());
            report = report.plus(relationships.removeUnseen(source, run.seenRelationships()))
                    .plus(items.retire(source, run.seenItems()));
        }
        return report;
    }

    /** What there may be in a file; nothing if it is a table that cannot be read, or of something else. */
    private static Set<Kind> held(CsvSource source, ImportRun run) throws IOException {
        if (isJson(source)) {
            return EnumSet.allOf(Kind.class);
        }
        try (CsvTable table = CsvTable.open(source, run.problems())) {
            Set<Kind> held = Kind.of(table.header());
            if (held.isEmpty() && run.isClean()) {
                run.problems().add(table.file(), 1, null, "csv-header-unknown", String.join(", ", table.header()));
            }
            return held;
        }
    }

    private ImportReport table(CsvSource file, Kind kind, ImportRun run, ImportReport report) throws IOException {
        try (CsvTable table = CsvTable.open(file, run.problems())) {
            return switch (kind) {
                case CLASSES -> report.plusClasses(classes.classes(table, run));
                case ITEMS ->
                    report.plus(items.run(
                            file.name(),
                            most -> table.next(most).stream()
                                    .map(row -> new ItemColumns(row, file.name(), run.problems()))
                                    .toList(),
                            run));
                case RELATIONSHIPS ->
                    report.plus(relationships.run(
                            file.name(),
                            most -> table.next(most).stream()
                                    .map(RelationshipImport::row)
                                    .toList(),
                            run));
            };
        }
    }

    private ImportReport json(CsvSource file, Kind kind, ImportRun run, ImportReport report) throws IOException {
        return switch (kind) {
            case CLASSES -> {
                ImportReport withClasses =
                        section(file, "classes", run, section -> report.plusClasses(classes.classes(section, run)));
                yield run.isClean()
                        ? section(
                                file,
                                "relationshipTypes",
                                run,
                                section -> withClasses.plusClasses(classes.types(section, run)))
                        : withClasses;
            }
            case ITEMS ->
                section(
                        file,
                        "items",
                        run,
                        section -> report.plus(items.run(
                                file.name(),
                                most -> section.next(most).stream()
                                        .map(row -> new JsonItem(row, file.name(), patch, run.problems()))
                                        .toList(),
                                run)));
            case RELATIONSHIPS ->
                section(
                        file,
                        "relationships",
                        run,
                        section -> report.plus(relationships.run(
                                file.name(),
                                most -> section.next(most).stream()
                                        .map(RelationshipImport::row)
                                        .toList(),
                                run)));
        };
    }

    private ImportReport section(CsvSource file, String name, ImportRun run, Function<JsonSection, ImportReport> take)
            throws IOException {
        try (JsonSection section = JsonSection.open(file, name, json, run.problems())) {
            return take.apply(section);
        }
    }

    private static boolean isJson(CsvSource source) {
        return source.name().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** What a file holds, in the order in which it is needed. */
    private enum Kind {
        CLASSES,
        ITEMS,
        RELATIONSHIPS;

        static Set<Kind> of(List<String> header) {
            if (RelationshipImport.describes(header)) {
                return EnumSet.of(RELATIONSHIPS);
            }
            if (ClassImport.describes(header)) {
                return EnumSet.of(CLASSES);
            }
            return ItemColumns.describe(header) ? EnumSet.of(ITEMS) : EnumSet.noneOf(Kind.class);
        }
    }
}
