package org.slipway.link.record;

import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.FileTakenIn;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.cmdb.CsvSource;
import org.slipway.cmdb.CsvTable;
import org.slipway.cmdb.ImportProblems;
import org.slipway.shared.Digest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How records that other tools keep come in from a file: the whole file or nothing, none twice, and what is new has a
 * title. Needs {@link Operation#MANAGE_CHANGES}.
 */
@Component
public class RegistryImport {

    private static final int ROWS = 200;

    private final Rights rights;
    private final Validator validator;
    private final EntityManager entityManager;
    private final ApplicationEventPublisher events;

    RegistryImport(Rights rights, Validator validator, EntityManager entityManager, ApplicationEventPublisher events) {
        this.events = events;
        this.rights = rights;
        this.validator = validator;
        this.entityManager = entityManager;
    }

    /** Refuses with {@link org.slipway.shared.ImportRefused} a file with any line at fault. */
    @Transactional
    public <D extends Draft> Outcome.Counts run(CsvSource source, Registry<D> registry) {
        rights.require(Operation.MANAGE_CHANGES);
        ImportProblems problems = new ImportProblems();
        Outcome.Counts counts = Outcome.Counts.NONE;
        MessageDigest read = Digest.begun();
        try (CsvTable table = CsvTable.open(digested(source, read), problems);
                FileTakenIn.UnderWay rows = FileTakenIn.begin()) {
            problems.refuse();
            if (!table.header().contains("number")) {
                problems.add(table.file(), 1, null, "csv-header-unknown", String.join(", ", table.header()));
                problems.refuse();
            }
            Set<String> seen = new HashSet<>();
            for (List<CsvTable.Row> some = table.next(ROWS); !some.isEmpty(); some = table.next(ROWS)) {
                List<Line<D>> lines = read(some, table.file(), registry, seen, problems);
                if (problems.isEmpty()) {
                    counts = counts.plus(
                            registry.take(lines.stream().map(Line::draft).toList()));
                }
                entityManager.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        problems.refuse();
        events.publishEvent(new FileTakenIn(
                registry.name(), List.of(new FileTakenIn.Taken(source.name(), Digest.of(read))), counts));
        return counts;
    }

    /** What is sent as a body can be read only once. */
    private static CsvSource digested(CsvSource source, MessageDigest read) {
        return new CsvSource(
                source.name(), () -> new DigestInputStream(source.content().open(), read));
    }

    private <D extends Draft> List<Line<D>> read(
            List<CsvTable.Row> rows, String file, Registry<D> registry, Set<String> seen, ImportProblems problems) {
        List<Line<D>> lines = new ArrayList<>();
        for (CsvTable.Row row : rows) {
            Line<D> line = new Line<>(row.line(), registry.draft(row, file, problems));
            validator
                    .validate(line.draft())
                    .forEach(violation -> problems.add(
                            file,
                            row.line(),
                            violation.getPropertyPath().toString(),
                            "value-refused",
                            violation.getMessage()));
            if (!seen.add(line.draft().number())) {
                problems.add(
                        file,
                        row.line(),
                        "number",
                        "import-key-twice",
                        line.draft().number());
            }
            lines.add(line);
        }
        List<String> untitled = lines.stream()
                .map(Line::draft)
                .filter(draft -> draft.title() == null)
                .map(Draft::number)
                .toList();
        Set<String> known = registry.known(untitled);
        lines.stream()
                .filter(line -> line.draft().title() == null
                        && !known.contains(line.draft().number()))
                .forEach(line -> problems.add(file, line.number(), "title", "required"));
        registry.check(lines, file, problems);
        return lines;
    }

    /** What a row says of a record. */
    public interface Draft {

        String number();

        @Nullable
        String title();
    }

    /** A draft and where it stands in its file. */
    public record Line<D>(int number, D draft) {}

    /** Who keeps the records of a file. */
    public interface Registry<D extends Draft> {

        /** What the registry is called, such as {@code changes}. */
        String name();

        /** Reads a row; what cannot be read goes to the problems. */
        D draft(CsvTable.Row row, String file, ImportProblems problems);

        /** Those of the numbers that have a record already. */
        Set<String> known(List<String> numbers);

        /** What else must be right, for some lines at once. */
        void check(List<Line<D>> lines, String file, ImportProblems problems);

        /** Writes them down; what became of each, in their order. */
        List<Outcome> take(List<D> drafts);
    }
}
