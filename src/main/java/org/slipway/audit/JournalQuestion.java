package org.slipway.audit;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slipway.release.OccurrenceCategory;
import org.slipway.shared.Malformed;

/**
 * What is wanted of the journal; what is absent does not matter.
 *
 * @param kind an {@link EntryKind} or the category of an occurrence; refused with {@code kind-unknown} if it is neither
 * @param from the first moment
 * @param to   the moment after the last
 */
record JournalQuestion(
        @Nullable String kind,
        @Nullable String person,
        @Nullable String release,
        @Nullable Instant from,
        @Nullable Instant to) {

    JournalQuestion {
        if (kind != null && !isEntryKind(kind) && !isCategory(kind)) {
            throw new Malformed("kind-unknown", "kind", kind);
        }
    }

    boolean isAboutEntries() {
        return kind == null || isEntryKind(kind);
    }

    boolean isAboutLines() {
        return kind == null || isCategory(kind);
    }

    private static boolean isEntryKind(String kind) {
        return Arrays.stream(EntryKind.values()).anyMatch(each -> each.name().equals(kind));
    }

    private static boolean isCategory(String kind) {
        return Arrays.stream(OccurrenceCategory.values())
                .anyMatch(each -> each.name().equals(kind));
    }
}
