package org.slipway.reporting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Phase;

/**
 * Which activities a board shows; what is absent does not narrow it.
 *
 * @param phase   the phase in which they were planned
 * @param group   the group that carries them out
 * @param mine    held by, done by or offered to the person who asks
 * @param release number of the one release
 * @param days    how long ago an activity may have been finished, 14 when absent
 */
public record BoardQuestion(
        @Nullable Phase phase,
        @Size(max = 64) @Nullable String group,
        @Nullable Boolean mine,
        @Size(max = 20) @Nullable String release,
        @Min(1) @Max(365) @Nullable Integer days) {}
