package org.slipway.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a keyset-paged list.
 *
 * @param items at most as many as were asked for
 * @param next  what to pass as {@code after} to go on; none on the last page
 */
public record Slice<T>(List<T> items, @Nullable String next) {}
