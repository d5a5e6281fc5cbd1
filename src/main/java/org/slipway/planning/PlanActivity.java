package org.slipway.planning;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in to plan an activity.
 *
 * @param description how to do it
 * @param group       the executor group of the release when absent
 * @param assignee    anybody of the group when absent
 */
public record PlanActivity(
        @NotBlank @Size(max = 100) String title,
        @Size(max = 4000) @Nullable String description,
        @Size(max = 64) @Nullable String group,
        @Size(max = 64) @Nullable String assignee,
        @NotNull Instant due,
        @NotNull @Positive @Max(1_000_000) Integer estimatedMinutes) {}
