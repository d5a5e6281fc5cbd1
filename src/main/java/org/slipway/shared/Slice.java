package org.slipway.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a keyset-paged list.
 *
 * @param items at most as many as were asked for
 * @param next  what to pass as {@code after} to go on; none on the last page
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Cuts a page out of a list that was asked for one row more than the page holds. */
    public static <T> Slice<T> of(List<T> oneMore, int limit, Function<T, String> key) {
        if (oneMore.size() <= limit) {
            return new Slice<>(oneMore, null);
        }
        List<T> items = List.copyOf(oneMore.subList(0, limit));
        return new Slice<>(items, key.apply(items.get(limit - 1)));
    }
}
