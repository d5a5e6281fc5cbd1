package org.slipway.reporting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which releases somebody looks for; what is absent does not narrow the search.
 *
 * @param openedFrom        registered at this moment or later
 * @param openedTo          registered before this moment
 * @param closedFrom        ended, in whatever way, at this moment or later
 * @param configurationItem key of a linked configuration item
 * @param change            number of a linked change
 * @param task              ids of open tasks: their releases
 * @param text              part of number, title or description, in any case of letters
 * @param sort              {@code number}, {@code priority}, {@code deadline}, {@code opened}, {@code closed} or {@code status};
 *                          with a leading {@code -} downwards
 * @param after             where the page before ended
 */
record ReleaseQuestion(
        @Nullable List<ReleaseStatus> status,
        @Nullable List<Integer> priority,
        @Nullable String requester,
        @Nullable String executorGroup,
        @Nullable Phase phase,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant openedFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant openedTo,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant closedFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant closedTo,

        @Size(max = 200) @Nullable String configurationItem,
        @Size(max = 40) @Nullable String change,
        @Size(max = 200) @Nullable List<String> task,
        @Size(max = 100) @Nullable String text,
        @Nullable String sort,
        @Nullable @Min(1) @Max(200) Integer limit,
        @Nullable String after) {}
