package org.slipway.process.task;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Approval;

/** What each task asks; the names are those of the forms and of the API. */
final class Answers {

    private static final int TEXT = 65000;

    private Answers() {}

    enum Authorisation {
        GO,
        NO_GO
    }

    enum Outcome {
        SOLVED,
        NOT_SOLVED
    }

    /** A task that asks nothing. */
    record None() {}

    record Approve(
            @NotNull Approval.Decision decision,
            @Size(max = TEXT) @Nullable String observations,
            @Size(max = 200) @Nullable String justification) {}

    record Authorise(
            @NotNull Authorisation decision,
            @Size(max = TEXT) @Nullable String observations) {}

    /** @param backOut take back what was done; only looked at when not solved */
    record Execute(
            @NotNull Outcome outcome,
            @Size(max = TEXT) @Nullable String executionRecord,
            @Nullable Boolean backOut) {}

    record Homologate(
            @NotNull Outcome outcome,
            @Size(max = TEXT) @Nullable String executionRecord,
            @Size(max = TEXT) @Nullable String closure,
            @Nullable LocalDate releaseDate,
            @Size(max = 100) @Nullable String solutionCategory,
            @Nullable Boolean backOut) {}

    record Close(
            @NotNull Boolean accepted,
            @Size(max = TEXT) @Nullable String executionRecord) {}

    record CarryOut(
            @Size(max = TEXT) @Nullable String executionRecord,
            @PositiveOrZero @Nullable Integer minutesSpent) {}

    record BackOutStep(@Size(max = TEXT) @Nullable String executionRecord) {}
}
