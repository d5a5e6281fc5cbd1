package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes configuration items in from a table, some hundred rows at a time. */
@Component
class ItemImport {

    private static final int ROWS = 500;

    private final ItemRepository items;
    private final ItemClasses classes;
    private final ItemLog log;
    private final Validator validator;
    private final EntityManager entityManager;

    ItemImport(
            ItemRepository items, ItemClasses classes, ItemLog log, Validator validator, EntityManager entityManager) {
        this.items = items;
        this.classes = classes;
        this.log = log;
        this.validator = validator;
        this.entityManager = entityManager;
    }

    ImportReport.ItemCounts run(CsvTable table, ImportProblems problems, Origin origin) {
        Tally tally = new Tally();
        ClassTree tree = classes.tree();
        Set<String> registered = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (List<CsvTable.Row> rows = table.next(ROWS); !rows.isEmpty(); rows = table.next(ROWS)) {
            Map<String, ConfigurationItem> existing = existing(rows);
            for (CsvTable.Row row : rows) {
                String key = Objects.requireNonNullElse(row.cell(ItemColumns.KEY), "");
                if (!ItemKey.isValid(key)) {
                    problems.add(table.file(), row.line(), "key", "configuration-item-key-malformed", ItemKey.LONGEST);
                } else if (!seen.add(key)) {
                    problems.add(table.file(), row.line(), "key", "import-key-twice", key);
                } else {
                    take(row, key, existing.get(key), table.file(), problems, origin, tally, tree, registered);
                }
            }
            if (problems.isEmpty()) {
                entityManager.flush();
            }
            entityManager.clear();
        }
        return new ImportReport.ItemCounts(tally.created, tally.updated, tally.unchanged);
    }

    private Map<String, ConfigurationItem> existing(List<CsvTable.Row> rows) {
        List<String> keys = rows.stream()
                .map(row -> row.cell(ItemColumns.KEY))
                .filter(ItemKey::isValid)
                .toList();
        Map<String, ConfigurationItem> existing = new HashMap<>();
        if (!keys.isEmpty()) {
            items.findAllByKey(keys).forEach(item -> existing.put(item.key(), item));
        }
        return existing;
    }

    private void take(
            CsvTable.Row row,
            String key,
            @Nullable ConfigurationItem item,
            String file,
            ImportProblems problems,
            Origin origin,
            Tally tally,
            ClassTree tree,
            Set<String> registered) {
        ItemState before = item == null ? ItemState.initial(key) : item.state();
        ItemState next = tree.fit(new ItemColumns(row, file, problems).over(before, key));
        tree.check(next, (field, code, arguments) -> problems.add(file, row.line(), field, code, arguments));
        validator
                .validate(next)
                .forEach(violation -> problems.add(
                        file,
                        row.line(),
                        violation.getPropertyPath().toString(),
                        "value-refused",
                        violation.getMessage()));
        if (item != null && item.isDestroyed() && !next.equals(before)) {
            problems.add(file, row.line(), "key", "configuration-item-destroyed", key);
        }
        if (!problems.isEmpty()) {
            return;
        }
        if (!tree.has(next.itemClass()) && registered.add(next.itemClass())) {
            classes.register(next.itemClass());
        }
        if (item == null) {
            log.add(key, next, origin);
            tally.created++;
        } else if (item.change(next, origin)) {
            log.append(item);
            tally.updated++;
        } else {
            tally.unchanged++;
        }
    }

    private static final class Tally {
        private int created;
        private int updated;
        private int unchanged;
    }
}
