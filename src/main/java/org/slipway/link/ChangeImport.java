package org.slipway.link;

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
import org.slipway.cmdb.ConfigurationItem;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.CsvSource;
import org.slipway.cmdb.CsvTable;
import org.slipway.cmdb.ImportProblems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes changes in from a file with the columns number, title, status, configurationItems (separated by semicolons), url,
 * backoutPlan, backoutPlanUrl and backoutPlanVersion; only the first must be there. The whole file or nothing. Needs {@link Operation#MANAGE_CHANGES}.
 */
@Service
public class ChangeImport {

    private static final int ROWS = 200;

    private final Changes changes;
    private final ConfigurationItems items;
    private final Rights rights;
    private final Validator validator;
    private final EntityManager entityManager;

    ChangeImport(
            Changes changes,
            ConfigurationItems items,
            Rights rights,
            Validator validator,
            EntityManager entityManager) {
        this.changes = changes;
        this.items = items;
        this.rights = rights;
        this.validator = validator;
        this.entityManager = entityManager;
    }

    @Transactional
    public ChangeImportReport run(CsvSource source) {
        rights.require(Operation.MANAGE_CHANGES);
        ImportProblems problems = new ImportProblems();
        ChangeImportReport report = ChangeImportReport.EMPTY;
        try (CsvTable table = CsvTable.open(source, problems)) {
            problems.refuse();
            if (!table.header().contains("number")) {
                problems.add(table.file(), 1, null, "csv-header-unknown", String.join(", ", table.header()));
                problems.refuse();
            }
            Set<String> seen = new HashSet<>();
            for (List<CsvTable.Row> rows = table.next(ROWS); !rows.isEmpty(); rows = table.next(ROWS)) {
                List<ChangeDraft> drafts = drafts(rows, table.file(), seen, problems);
                if (problems.isEmpty()) {
                    report = report.plus(changes.register(drafts));
                }
                entityManager.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        problems.refuse();
        return report;
    }

    private List<ChangeDraft> drafts(List<CsvTable.Row> rows, String file, Set<String> seen, ImportProblems problems) {
        List<ChangeDraft> drafts = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (CsvTable.Row row : rows) {
            ChangeDraft draft = draft(row, file, problems);
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
            keys.addAll(Objects.requireNonNullElse(draft.configurationItems(), List.of()));
            drafts.add(draft);
        }
        checkTitles(drafts, rows, file, problems);
        checkItems(drafts, rows, keys, file, problems);
        return drafts;
    }

    private static ChangeDraft draft(CsvTable.Row row, String file, ImportProblems problems) {
        return new ChangeDraft(
                Objects.requireNonNullElse(cell(row, "number"), ""),
                cell(row, "title"),
                status(row, file, problems),
                cell(row, "url"),
                cell(row, "backoutplan"),
                cell(row, "backoutplanurl"),
                cell(row, "backoutplanversion"),
                keys(cell(row, "configurationitems")));
    }

    private static @Nullable ChangeStatus status(CsvTable.Row row, String file, ImportProblems problems) {
        String cell = cell(row, "status");
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        String name = cell.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        for (ChangeStatus status : ChangeStatus.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        problems.add(file, row.line(), "status", "value-unknown", cell, Arrays.toString(ChangeStatus.values()));
        return null;
    }

    private static @Nullable List<String> keys(@Nullable String cell) {
        return cell == null
                ? null
                : Arrays.stream(cell.split(";"))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .toList();
    }

    private static @Nullable String cell(CsvTable.Row row, String column) {
        return row.cell(Set.of(column));
    }

    private void checkTitles(List<ChangeDraft> drafts, List<CsvTable.Row> rows, String file, ImportProblems problems) {
        List<String> untitled = drafts.stream()
                .filter(draft -> draft.title() == null)
                .map(ChangeDraft::number)
                .toList();
        Set<String> known = changes.find(untitled).stream().map(Change::number).collect(Collectors.toSet());
        for (int i = 0; i < rows.size(); i++) {
            ChangeDraft draft = drafts.get(i);
            if (draft.title() == null && !known.contains(draft.number())) {
                problems.add(file, rows.get(i).line(), "title", "required");
            }
        }
    }

    private void checkItems(
            List<ChangeDraft> drafts, List<CsvTable.Row> rows, Set<String> keys, String file, ImportProblems problems) {
        Set<String> known =
                items.find(keys).stream().map(ConfigurationItem::key).collect(Collectors.toSet());
        for (int i = 0; i < rows.size(); i++) {
            for (String key : Objects.requireNonNullElse(drafts.get(i).configurationItems(), List.<String>of())) {
                if (!known.contains(key)) {
                    problems.add(file, rows.get(i).line(), "configurationItems", "configuration-item-unknown", key);
                }
            }
        }
    }
}
