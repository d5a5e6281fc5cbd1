package org.slipway.release;

import org.jspecify.annotations.Nullable;

/**
 * What an occurrence tells.
 *
 * @param task     id of the task in whose completion it happened, such as {@code executeRelease}
 * @param decision the answer given there, such as {@code SOLVED}
 */
public record Happening(
        OccurrenceCategory category,
        @Nullable String task,
        @Nullable ReleaseStatus before,
        @Nullable ReleaseStatus after,
        @Nullable String decision,
        @Nullable String text,
        @Nullable Integer minutesSpent) {

    public static Happening of(OccurrenceCategory category, @Nullable String text) {
        return new Happening(category, null, null, null, null, text, null);
    }

    public static Happening inTask(
            OccurrenceCategory category, String task, @Nullable String decision, @Nullable String text) {
        return new Happening(category, task, null, null, decision, text, null);
    }

    static Happening moved(
            OccurrenceCategory category, ReleaseStatus before, ReleaseStatus after, @Nullable String text) {
        return new Happening(category, null, before, after, null, text, null);
    }

    public Happening taking(@Nullable Integer minutes) {
        return new Happening(category, task, before, after, decision, text, minutes);
    }
}
