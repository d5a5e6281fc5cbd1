package org.slipway.reporting.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slipway.reporting.ReleaseRow;

/** A column; its heading is the text {@code export.column.<key>}. Values are text, numbers or moments. */
enum TableColumn {
    NUMBER("number", 13, (row, words) -> row.number()),
    TITLE("title", 40, (row, words) -> row.title()),
    CONTRACT("contract", 14, (row, words) -> words.contract(row.contract())),
    REQUESTER("requester", 16, (row, words) -> words.person(row.requester())),
    STATUS("status", 14, (row, words) -> words.status(row.status())),
    PRIORITY("priority", 9, (row, words) -> row.priority()),
    REGISTERED("registered", ReleaseRow::registeredAt),
    CAPTURED("captured", ReleaseRow::capturedAt),
    START("start", ReleaseRow::planningStart),
    END("end", ReleaseRow::deploymentEnd),
    DEADLINE("deadline", ReleaseRow::deadline),
    CONCLUDED("concluded", ReleaseRow::concludedAt),
    EXECUTOR_GROUP("executorGroup", 18, (row, words) -> words.group(row.executorGroup())),
    APPROVER_GROUP("approverGroup", 18, (row, words) -> words.group(row.approverGroup())),
    CLOSURE("closure", 40, (row, words) -> row.closure()),
    DESCRIPTION("description", 60, (row, words) -> row.description());

    /** What there is room for on paper; the description stands below. */
    static final List<TableColumn> ON_PAPER =
            List.of(NUMBER, TITLE, REQUESTER, STATUS, CAPTURED, START, END, CONCLUDED, PRIORITY, EXECUTOR_GROUP);

    private static final List<TableColumn> ALL = List.of(values());

    private final String key;
    private final int width;
    private final boolean time;
    private final BiFunction<ReleaseRow, Words, @Nullable Object> value;

    TableColumn(String key, int width, BiFunction<ReleaseRow, Words, @Nullable Object> value) {
        this.key = key;
        this.width = width;
        this.time = false;
        this.value = value;
    }

    TableColumn(String key, Function<ReleaseRow, @Nullable Instant> moment) {
        this.key = key;
        this.width = 17;
        this.time = true;
        this.value = (row, words) -> moment.apply(row);
    }

    static List<TableColumn> of(boolean descriptions) {
        return descriptions ? ALL : Arrays.asList(values()).subList(0, DESCRIPTION.ordinal());
    }

    String key() {
        return key;
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** Whether its values are moments. */
    boolean isTime() {
        return time;
    }

    /** {@link String}, {@link Integer} or {@link Instant}, or none. */
    @Nullable
    Object value(ReleaseRow row, Words words) {
        return value.apply(row, words);
    }
}
