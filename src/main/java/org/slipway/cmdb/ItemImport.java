package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Takes configuration items in, some hundred at a time, and retires those that their source has no longer. */
@Component
class ItemImport {

    private static final int ROWS = 500;

    private final ItemRepository items;
    private final ItemClasses classes;
    private final ItemLog log;
    private final Validator validator;
    private final EntityManager entityManager;
    private final Clock clock;

    ItemImport(
            ItemRepository items,
            ItemClasses classes,
            ItemLog log,
            Validator validator,
            EntityManager entityManager,
            Clock clock) {
        this.items = items;
        this.classes = classes;
        this.log = log;
        this.validator = validator;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    ImportReport.ItemCounts run(String file, IntFunction<List<? extends ItemRow>> source, ImportRun run) {
        ManyRows pages = ManyRows.of(entityManager, ROWS);
        Taking taking = new Taking(file, run, new Origin(VersionOrigin.IMPORT, shortened(file)), classes.tree());
        for (List<? extends ItemRow> rows = source.apply(ROWS); !rows.isEmpty(); rows = source.apply(ROWS)) {
            Map<String, ConfigurationItem> existing = existing(rows);
            for (ItemRow row : rows) {
                String key = Objects.requireNonNullElse(row.key(), "");
                if (!ItemKey.isValid(key)) {
                    run.problems().add(file, row.line(), "key", "configuration-item-key-malformed", ItemKey.LONGEST);
                } else if (!run.seenItems().add(key)) {
                    run.problems().add(file, row.line(), "key", "import-key-twice", key);
                } else {
                    taking.take(row, key, existing);
                }
            }
            pages.next(run.isClean());
            run.rows().accept(rows.size());
        }
        return new ImportReport.ItemCounts(taking.created, taking.updated, taking.unchanged, 0);
    }

    /** Sets an end to what the source brought once and did not bring now; returns how many items that are. */
    ImportReport.ItemCounts retire(String source, Set<String> seen) {
        int retired = 0;
        Origin origin = new Origin(VersionOrigin.IMPORT, shortened(source));
        LocalDate today = LocalDate.now(clock);
        String after = "";
        for (List<String> page = items.keysOf(source, after, Limit.of(ROWS));
                !page.isEmpty();
                page = items.keysOf(source, after, Limit.of(ROWS))) {
            after = page.get(page.size() - 1);
            List<String> gone = page.stream().filter(key -> !seen.contains(key)).toList();
            if (!gone.isEmpty()) {
                for (ConfigurationItem item : items.lockAllByKey(gone)) {
                    item.revise(item.state().ended(ItemStatus.DEACTIVATED, today), origin);
                    log.append(item);
                    retired++;
                }
                entityManager.flush();
            }
            entityManager.clear();
        }
        return new ImportReport.ItemCounts(0, 0, 0, retired);
    }

    private Map<String, ConfigurationItem> existing(List<? extends ItemRow> rows) {
        List<String> keys =
                rows.stream().map(ItemRow::key).filter(ItemKey::isValid).toList();
        Map<String, ConfigurationItem> existing = new HashMap<>();
        if (!keys.isEmpty()) {
            items.findAllByKey(keys).forEach(item -> existing.put(item.key(), item));
        }
        return existing;
    }

    static String shortened(String reference) {
        return reference.length() > 60 ? reference.substring(0, 60) : reference;
    }

    /** One file on its way in. */
    private final class Taking {

        private final String file;
        private final ImportRun run;
        private final Origin origin;
        private final ClassTree tree;
        private final Set<String> registered = new HashSet<>();
        private int created;
        private int updated;
        private int unchanged;

        Taking(String file, ImportRun run, Origin origin, ClassTree tree) {
            this.file = file;
            this.run = run;
            this.origin = origin;
            this.tree = tree;
        }

        void take(ItemRow row, String key, Map<String, ConfigurationItem> existing) {
            ConfigurationItem item = existing.get(key);
            ItemState before = item == null ? ItemState.initial(key) : before(item);
            ItemState next = tree.fit(row.over(before, key));
            check(row, next);
            if (item != null && item.isDestroyed() && !next.equals(before)) {
                run.problems().add(file, row.line(), "key", "configuration-item-destroyed", key);
            }
            if (!run.isClean()) {
                return;
            }
            if (!tree.has(next.itemClass()) && registered.add(next.itemClass())) {
                classes.register(next.itemClass());
            }
            if (item == null) {
                log.add(key, next, origin).belongTo(run.source());
                created++;
                return;
            }
            item.belongTo(run.source());
            if (item.change(next, origin)) {
                log.append(item);
                updated++;
            } else {
                unchanged++;
            }
        }

        /** What its source retired and has again is in use again. */
        private ItemState before(ConfigurationItem item) {
            boolean back = run.source() != null
                    && run.source().equals(item.source())
                    && item.endDate() != null
                    && item.status() == ItemStatus.DEACTIVATED
                    && item.lastOrigin().kind() == VersionOrigin.IMPORT;
            return back ? item.state().ended(ItemStatus.ACTIVATED, null) : item.state();
        }

        private void check(ItemRow row, ItemState next) {
            validator
                    .validate(next)
                    .forEach(violation -> run.problems()
                            .add(
                                    file,
                                    row.line(),
                                    ConfigurationItems.field(violation),
                                    "value-refused",
                                    violation.getMessage()));
            tree.check(next, (field, code, arguments) -> run.problems().add(file, row.line(), field, code, arguments));
        }
    }
}
