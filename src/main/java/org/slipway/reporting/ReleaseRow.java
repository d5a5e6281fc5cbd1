package org.slipway.reporting;

import org.jspecify.annotations.Nullable;

/**
 * A found release on its way out, without its tasks.
 *
 * @param description only if it was asked for
 */
public record ReleaseRow(FoundRelease release, @Nullable String description) {}
