package org.slipway.release;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why and where an ended release begins again.
 *
 * @param justification a justification usable for reopening, by id or description
 * @param phase         {@link Phase#PLANNING} or {@link Phase#DEPLOYMENT}
 * @param planning      the new window; without it the old one is kept, or moved to now when it has passed
 * @param deployment    as {@code planning}
 */
public record Reopening(
        @NotBlank @Size(max = 200) String justification,
        @Size(max = 4000) @Nullable String complement,
        @NotNull Phase phase,
        @Valid @Nullable Window planning,
        @Valid @Nullable Window deployment) {}
