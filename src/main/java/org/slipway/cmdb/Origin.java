package org.slipway.cmdb;

import org.jspecify.annotations.Nullable;

/**
 * Why a configuration item changes.
 *
 * @param reference names the cause outside the CMDB, such as a release number or a change number (at most 60 characters)
 */
public record Origin(VersionOrigin kind, @Nullable String reference) {

    /** A person's own doing, without a cause that has a name. */
    public static Origin manual() {
        return new Origin(VersionOrigin.MANUAL, null);
    }
}
