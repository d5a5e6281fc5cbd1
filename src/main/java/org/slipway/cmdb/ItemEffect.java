package org.slipway.cmdb;

import org.jspecify.annotations.Nullable;

/**
 * What a deployment did to one configuration item.
 *
 * @param changed whether it got a new version
 * @param version the number of its newest version afterwards
 */
public record ItemEffect(
        String key,
        ItemStatus fromStatus,
        ItemStatus toStatus,
        @Nullable ItemGroup fromGroup,
        @Nullable ItemGroup toGroup,
        boolean changed,
        String version) {

    static ItemEffect between(ItemState before, ConfigurationItem after, boolean changed) {
        return new ItemEffect(
                after.key(), before.status(), after.status(), before.group(), after.group(), changed, after.version());
    }
}
