package org.slipway.cmdb;

import org.jspecify.annotations.Nullable;

/**
 * Which configuration items a list shows; what is null does not matter.
 *
 * @param key  exactly this one
 * @param text occurs in the key or the name, in any case
 */
public record ItemFilter(
        @Nullable String key,
        @Nullable String text,
        @Nullable String itemClass,
        @Nullable ItemStatus status,
        @Nullable ItemGroup group,
        @Nullable String environment) {}
