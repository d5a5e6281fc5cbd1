package org.slipway.link.record;

import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.cmdb.CsvSource;
import org.slipway.cmdb.CsvTable;
import org.slipway.cmdb.ImportProblems;
import org.slipway.link.record.ForeignRecords.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes records of one kind in from a file with the columns number, title, status, url and, for purchases,
 * productDescription, project, costCentreCode, costCentreName and itemStatus; only the first must be there. The whole file
 * or nothing. Needs {@link Operation#MANAGE_CHANGES}.
 */
@Service
public class RecordImport {

    private static final int ROWS = 200;

    private final ForeignRecords records;
    private final Rights rights;
    private final Validator validator;
    private final EntityManager entityManager;

    RecordImport(ForeignRecords records, Rights rights, Validator validator, EntityManager entityManager) {
        this.records = records;
        this.rights = rights;
        this.validator = validator;
        this.entityManager = entityManager;
    }

    @Transactional
    public Counts run(RecordKind kind, CsvSource source) {
        rights.require(Operation.MANAGE_CHANGES);
        ImportProblems problems = new ImportProblems();
        Counts counts = new Counts(0, 0, 0);
        try (CsvTable table = CsvTable.open(source, problems)) {
            problems.refuse();
            if (!table.header().contains("number")) {
                problems.add(table.file(), 1, null, "csv-header-unknown", String.join(", ", table.header()));
                problems.refuse();
            }
            Set<String> seen = new HashSet<>();
            for (List<CsvTable.Row> rows = table.next(ROWS); !rows.isEmpty(); rows = table.next(ROWS)) {
                List<RecordDraft> drafts = drafts(kind, rows, table.file(), seen, problems);
                if (problems.isEmpty()) {
                    counts = counts.plus(records.register(kind, drafts));
                }
                entityManager.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        problems.refuse();
        return counts;
    }

    private List<RecordDraft> drafts(
            RecordKind kind, List<CsvTable.Row> rows, String file, Set<String> seen, ImportProblems problems) {
        List<RecordDraft> drafts = new ArrayList<>();
        for (CsvTable.Row row : rows) {
            RecordDraft draft = draft(row, file, problems);
            validator
                    .validate(draft)
                    .forEach(violation -> problems.add(
                            file,
                            row.line(),
                            violation.getPropertyPath().toString(),
                            "value-refused",
                            violation.getMessage()));
            if (!seen.add(draft.number())) {
                problems.add(file, row.line(), "number", "import-key-twice", draft.number());
            }
            String foreign = kind == RecordKind.PURCHASES ? null : draft.purchaseField();
            if (foreign != null) {
                problems.add(file, row.line(), foreign, "field-unknown", foreign);
            }
            drafts.add(draft);
        }
        checkTitles(kind, drafts, rows, file, problems);
        return drafts;
    }

    private static RecordDraft draft(CsvTable.Row row, String file, ImportProblems problems) {
        return new RecordDraft(
                Objects.requireNonNullElse(cell(row, "number"), ""),
                cell(row, "title"),
                cell(row, "status"),
                cell(row, "url"),
                cell(row, "productdescription"),
                cell(row, "project"),
                cell(row, "costcentrecode"),
                cell(row, "costcentrename"),
                itemStatus(row, file, problems));
    }

    private static @Nullable PurchaseItemStatus itemStatus(CsvTable.Row row, String file, ImportProblems problems) {
        String cell = cell(row, "itemstatus");
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        String name = cell.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        for (PurchaseItemStatus status : PurchaseItemStatus.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        problems.add(
                file, row.line(), "itemStatus", "value-unknown", cell, Arrays.toString(PurchaseItemStatus.values()));
        return null;
    }

    private static @Nullable String cell(CsvTable.Row row, String column) {
        return row.cell(Set.of(column));
    }

    private void checkTitles(
            RecordKind kind, List<RecordDraft> drafts, List<CsvTable.Row> rows, String file, ImportProblems problems) {
        List<String> untitled = drafts.stream()
                .filter(draft -> draft.title() == null)
                .map(RecordDraft::number)
                .toList();
        Set<String> known =
                records.find(kind, untitled).stream().map(ForeignRecord::number).collect(Collectors.toSet());
        for (int i = 0; i < rows.size(); i++) {
            RecordDraft draft = drafts.get(i);
            if (draft.title() == null && !known.contains(draft.number())) {
                problems.add(file, rows.get(i).line(), "title", "required");
            }
        }
    }

    /** What an import has done. */
    public record Counts(int created, int updated, int unchanged) {

        Counts plus(List<ForeignRecords.Registered> registered) {
            return new Counts(
                    created + count(registered, Outcome.CREATED),
                    updated + count(registered, Outcome.UPDATED),
                    unchanged + count(registered, Outcome.UNCHANGED));
        }

        private static int count(List<ForeignRecords.Registered> registered, Outcome outcome) {
            return (int)
                    registered.stream().filter(one -> one.outcome() == outcome).count();
        }
    }
}
