package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a release was closed.
 *
 * @param text             what was done, or why it was not
 * @param solutionCategory key in the registry of solution categories
 * @param releaseDate      the day on which the release really happened
 */
@Embeddable
public record Closure(
        @Column(name = "closure_text") @Nullable String text,
        @Column(name = "solution_category") @Nullable String solutionCategory,
        @Column(name = "release_date") @Nullable LocalDate releaseDate) {

    /** For the history, when the release begins again and will be closed anew. */
    String forgotten() {
        return "closure: " + text + " → null\nsolutionCategory: " + solutionCategory + " → null\nreleaseDate: "
                + releaseDate + " → null";
    }
}
