package org.slipway.reporting.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slipway.reporting.ReleaseRow;

/** A column; its heading is the text {@code export.column.<key>}. Values are text, numbers or moments. */
enum TableColumn {
    NUMBER("number", 13, (row, words) -> row.release().number()),
    TITLE("title", 40, (row, words) -> row.release().title()),
    CONTRACT("contract", 14, (row, words) -> row.release().contract()),
    REQUESTER("requester", 16, (row, words) -> words.person(row.release().requester())),
    STATUS("status", 14, (row, words) -> words.status(row.release().status())),
    PRIORITY("priority", 9, (row, words) -> row.release().priority()),
    REGISTERED("registered", 17, (row, words) -> row.release().registeredAt()),
    CAPTURED("captured", 17, (row, words) -> row.release().capturedAt()),
    START("start", 17, (row, words) -> row.release().planning().start()),
    END("end", 17, (row, words) -> row.release().deployment().end()),
    DEADLINE("deadline", 17, (row, words) -> row.release().deadline()),
    CONCLUDED("concluded", 17, (row, words) -> row.release().concludedAt()),
    EXECUTOR_GROUP(
            "executorGroup", 18, (row, words) -> words.group(row.release().executorGroup())),
    APPROVER_GROUP(
            "approverGroup", 18, (row, words) -> words.group(row.release().approverGroup())),
    CLOSURE("closure", 40, (row, words) -> row.release().closure()),
    DESCRIPTION("description", 60, (row, words) -> row.description());

    /** What there is room for on paper; the description stands below. */
    static final List<TableColumn> ON_PAPER =
            List.of(NUMBER, TITLE, REQUESTER, STATUS, CAPTURED, START, END, CONCLUDED, PRIORITY, EXECUTOR_GROUP);

    private static final List<TableColumn> ALL = List.of(values());

    private final String key;
    private final int width;
    private final BiFunction<ReleaseRow, Words, @Nullable Object> value;

    TableColumn(String key, int width, BiFunction<ReleaseRow, Words, @Nullable Object> value) {
        this.key = key;
        this.width = width;
        this.value = value;
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

    /** {@link String}, {@link Integer} or {@link Instant}, or none. */
    @Nullable
    Object value(ReleaseRow row, Words words) {
        return value.apply(row, words);
    }
}
