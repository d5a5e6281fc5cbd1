package org.slipway.checklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slipway.checklist.Assignments.ModelStep;
import org.springframework.stereotype.Component;

/**
 * Which steps ask for questionnaires, as it was at most five seconds ago: most ask for none, and then finishing one costs
 * nothing. What a step missed meanwhile is asked for when the release is solved.
 */
@Component
class AskingSteps {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Known(Instant at, Set<ModelStep> steps) {}

    private final AssignmentRepository assignments;
    private final Clock clock;
    private volatile Known known = new Known(Instant.EPOCH, Set.of());

    AskingSteps(AssignmentRepository assignments, Clock clock) {
        this.assignments = assignments;
        this.clock = clock;
    }

    boolean include(String model, String step) {
        Known present = known;
        Instant now = clock.instant();
        if (Duration.between(present.at(), now).abs().compareTo(FRESH) > 0) {
            present = new Known(now, Set.copyOf(assignments.steps()));
            known = present;
        }
        return present.steps().contains(new ModelStep(model, step));
    }

    void forget() {
        known = new Known(Instant.EPOCH, Set.of());
    }
}
