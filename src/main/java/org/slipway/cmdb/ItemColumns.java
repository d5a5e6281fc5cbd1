package org.slipway.cmdb;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.graph.RedundancyText;
import org.slipway.shared.Malformed;

/**
 * How a row of an import is read as the state of a configuration item. A column that is missing leaves an item as it is, an
 * empty cell takes the value away (the status stays: a list that knows none must not undo what releases did). Columns with
 * other names become attributes.
 */
final class ItemColumns implements ItemRow {

    private static final Set<String> KEY = aliases("key", "ci_id", "id");

    private static final Set<String> CLASS = aliases("class", "ci_class", "itemclass");
    private static final Set<String> NAME = aliases("name");
    private static final Set<String> SITE = aliases("site");
    private static final Set<String> STATUS = aliases("status", "state");
    private static final Set<String> DESCRIPTION = aliases("description");
    private static final Set<String> GROUP = aliases("group");
    private static final Set<String> OWNER = aliases("owner");
    private static final Set<String> ENVIRONMENT = aliases("environment");
    private static final Set<String> CRITICALITY = aliases("criticality");
    private static final Set<String> PRODUCT_VERSION = aliases("productversion", "product_version");
    private static final Set<String> END_DATE = aliases("enddate", "end_date");
    private static final Set<String> REDUNDANCY = aliases("redundancy");
    private static final int LAST_YEAR = 9999;
    /** Where a status in words of the sender's own is kept. */
    private static final String OWN_STATUS = "state";

    private final CsvTable.Row row;
    private final String file;
    private final ImportProblems problems;

    ItemColumns(CsvTable.Row row, String file, ImportProblems problems) {
        this.row = row;
        this.file = file;
        this.problems = problems;
    }

    static boolean describe(List<String> header) {
        return header.stream().anyMatch(KEY::contains);
    }

    @Override
    public int line() {
        return row.line();
    }

    @Override
    public @Nullable String key() {
        return row.cell(KEY);
    }

    @Override
    public ItemState over(ItemState before, String key) {
        Map<String, String> attributes = new TreeMap<>(before.attributes());
        ItemStatus status = status(before.status(), attributes);
        row.cells().forEach((column, cell) -> {
            if (!KNOWN.contains(column) && !column.isEmpty()) {
                attributes.put(column, cell);
            }
        });
        return new ItemState(
                orElse(text(NAME, before.name()), key),
                orElse(text(CLASS, before.itemClass()), ItemState.UNCLASSIFIED),
                constant(GROUP, ItemGroup.class, before.group()),
                status,
                constant(CRITICALITY, Criticality.class, before.criticality()),
                text(OWNER, before.owner()),
                text(ENVIRONMENT, before.environment()),
                text(SITE, before.site()),
                text(DESCRIPTION, before.description()),
                text(PRODUCT_VERSION, before.productVersion()),
                attributes,
                date(before.endDate()),
                redundancy(before.redundancy()));
    }

    private ItemStatus status(ItemStatus before, Map<String, String> attributes) {
        String cell = row.cell(STATUS);
        if (cell == null) {
            return before;
        }
        Optional<ItemStatus> known = CsvTable.Row.named(ItemStatus.class, cell);
        attributes.remove(OWN_STATUS);
        if (known.isEmpty() && !cell.isEmpty()) {
            attributes.put(OWN_STATUS, cell);
        }
        return known.orElse(before);
    }

    private @Nullable String text(Set<String> aliases, @Nullable String before) {
        String cell = row.cell(aliases);
        return cell == null ? before : cell.isEmpty() ? null : cell;
    }

    private <E extends Enum<E>> @Nullable E constant(Set<String> aliases, Class<E> type, @Nullable E before) {
        String cell = row.cell(aliases);
        if (cell == null) {
            return before;
        }
        Optional<E> constant = CsvTable.Row.named(type, cell);
        if (constant.isEmpty() && !cell.isEmpty()) {
            problems.add(file, row.line(), column(aliases), "value-unknown", cell, List.of(type.getEnumConstants()));
        }
        return constant.orElse(null);
    }

    private @Nullable LocalDate date(@Nullable LocalDate before) {
        String cell = row.cell(END_DATE);
        if (cell == null || cell.isEmpty()) {
            return cell == null ? before : null;
        }
        try {
            LocalDate date = LocalDate.parse(cell);
            if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Reported like a date that fits into no calendar.
        }
        problems.add(file, row.line(), column(END_DATE), "value-not-a-date", cell);
        return before;
    }

    private Map<String, Redundancy> redundancy(Map<String, Redundancy> before) {
        String cell = row.cell(REDUNDANCY);
        try {
            return cell == null ? before : RedundancyText.parse(cell);
        } catch (Malformed refusal) {
            problems.add(file, row.line(), column(REDUNDANCY), refusal.code(), cell);
            return before;
        }
    }

    private String column(Set<String> aliases) {
        return aliases.stream().filter(row.cells()::containsKey).findFirst().orElseThrow();
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static Set<String> aliases(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    private static final Set<String> KNOWN = new HashSet<>();

    static {
        List.of(
                        KEY,
                        CLASS,
                        NAME,
                        SITE,
                        STATUS,
                        DESCRIPTION,
                        GROUP,
                        OWNER,
                        ENVIRONMENT,
                        CRITICALITY,
                        PRODUCT_VERSION,
                        END_DATE,
                        REDUNDANCY)
                .forEach(KNOWN::addAll);
    }
}
