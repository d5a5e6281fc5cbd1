package org.slipway.release;

import static org.slipway.release.ReleaseStatus.SUSPENDED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.calendar.Calendars;
import org.slipway.calendar.WorkingTime;
import org.slipway.justification.Justification;
import org.slipway.justification.Justifications;
import org.slipway.justification.Use;
import org.slipway.release.policy.Transition;
import org.slipway.release.policy.TransitionPolicy;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.WrongState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What people do to a release from outside its flow: suspend, reactivate, cancel, reopen, start early. Each needs its
 * right (src/docs/domain.md, Permissions) and refuses with {@code transition-not-legal} where the lifecycle has no such move.
 */
@Component
public class ReleaseInterruptions {

    /** The decision of the line in the history that tells of it; activities are scheduled under the same category. */
    public static final String EARLY_START = "EARLY_START";

    private final Releases releases;
    private final Occurrences occurrences;
    private final Justifications justifications;
    private final Calendars calendars;
    private final Rights rights;
    private final List<TransitionPolicy> policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseInterruptions(
            Releases releases,
            Occurrences occurrences,
            Justifications justifications,
            Calendars calendars,
            Rights rights,
            List<TransitionPolicy> policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.releases = releases;
        this.occurrences = occurrences;
        this.justifications = justifications;
        this.calendars = calendars;
        this.rights = rights;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** Stops the clock. Refuses unusable justifications, and a release that is solved, ended or suspended already. */
    public void suspend(String number, @Nullable String justification, @Nullable String complement) {
        Release release = permitted(number, Operation.SUSPEND);
        if (!release.status().isSuspendable() || release.progress().isCancelling()) {
            throw notLegal("SUSPEND", release);
        }
        String reason = reason(justification, Use.SUSPENSION, complement);
        ReleaseStatus before = release.status();
        release.clock().suspend(now(), time(release));
        release.putOnHold();
        moved(release, before, OccurrenceCategory.SUSPENSION, reason);
    }

    /** Starts the clock again and restores the status; publishes {@link ReleaseReactivated}. */
    public void reactivate(String number) {
        Release release = permitted(number, Operation.REACTIVATE);
        release.status().require("REACTIVATE", SUSPENDED);
        Duration still = release.clock().resume(now(), time(release));
        release.resume();
        moved(release, SUSPENDED, OccurrenceCategory.REACTIVATION, null);
        events.publishEvent(new ReleaseReactivated(number, still));
    }

    /**
     * Begins to give a release up, suspended or not; it is cancelled once a deployment in effect has been backed out.
     *
     * @return whether a deployment is in effect
     */
    public boolean requestCancellation(String number, @Nullable String reason) {
        Release release = permitted(number, Operation.CANCEL);
        if (release.status().isEnded()
                || release.status() == ReleaseStatus.CLOSED
                || release.progress().isCancelling()) {
            throw notLegal("CANCEL", release);
        }
        if (reason == null || reason.isBlank()) {
            throw new Malformed("required", "reason");
        }
        policies.forEach(policy -> policy.check(release, Transition.CANCEL));
        release.progress().beginCancelling();
        release.close(new Closure(reason, null, null));
        occurrences.record(number, OccurrenceCategory.CANCELLATION, reason);
        return release.progress().isDeploymentInEffect();
    }

    /**
     * Begins the next cycle of an ended release. Windows that have passed are moved to now, keeping their lengths; those
     * given hold to the rules of registering. Refuses with {@code plan-not-approved} to deploy what nobody has approved.
     */
    public void reopen(String number, Reopening reopening) {
        Release release = permitted(number, Operation.REOPEN);
        if (!release.status().isEnded()) {
            throw notLegal("REOPEN", release);
        }
        if (reopening.phase() == Phase.CLOSURE) {
            throw new Malformed("phase-not-reopenable", "phase");
        }
        // Only an approval leads out of planning, and whatever takes it back leads back into it.
        if (reopening.phase() == Phase.DEPLOYMENT && release.phase() == Phase.PLANNING) {
            throw new BusinessRuleViolated("plan-not-approved", "phase");
        }
        String reason = reason(reopening.justification(), Use.REOPENING, reopening.complement());
        Instant now = now();
        Window planning = window(reopening.planning(), "planning", release.planning(), now, now);
        Window deployment = window(
                reopening.deployment(),
                "deployment",
                release.deployment(),
                reopening.phase() == Phase.PLANNING ? planning.end() : now,
                now);
        ReleaseStatus before = release.status();
        Closure closure = release.closure();
        if (closure != null) {
            occurrences.record(number, OccurrenceCategory.UPDATE, closure.forgotten());
        }
        release.beginCycle(
                reopening.phase(), planning, deployment, WorkClock.started(now, deployment.end(), time(release)));
        moved(release, before, OccurrenceCategory.REOPENING, reason);
        events.publishEvent(new ReleaseReopened(number, release.cycle(), before));
    }

    /** Lets an authorised deployment begin before its window opens; refuses {@code window-not-awaited} once it is open. */
    public void startEarly(String number, @Nullable String reason) {
        Release release = permitted(number, Operation.START_EARLY);
        release.status().require("START_EARLY", ReleaseStatus.IN_EXECUTION);
        if (release.deployment().isOpen(now())) {
            throw new WrongState("window-not-awaited", null);
        }
        if (reason == null || reason.isBlank()) {
            throw new Malformed("required", "reason");
        }
        occurrences.record(
                number, new Happening(OccurrenceCategory.SCHEDULING, null, null, null, EARLY_START, reason, null));
    }

    private Release permitted(String number, Operation operation) {
        Release release = releases.lock(number);
        rights.require(operation, release.model());
        return release;
    }

    private String reason(@Nullable String justification, Use use, @Nullable String complement) {
        Justification known = justifications.requireUsable(justification, use);
        return complement == null || complement.isBlank()
                ? known.description()
                : known.description() + ": " + complement;
    }

    private static Window window(@Nullable Window asked, String field, Window old, Instant notBefore, Instant now) {
        if (asked == null) {
            return old.end().isAfter(notBefore) ? old : old.startingAt(notBefore);
        }
        asked.requireOrder(field);
        asked.requireNear(field, now);
        asked.requireAhead(field, now);
        return asked;
    }

    private void moved(Release release, ReleaseStatus before, OccurrenceCategory category, @Nullable String text) {
        occurrences.record(release.number(), Happening.moved(category, before, release.status(), text));
        events.publishEvent(new ReleaseMoved(release.number(), release.cycle(), before, release.status()));
    }

    private static WrongState notLegal(String move, Release release) {
        return new WrongState("transition-not-legal", null, move, release.status());
    }

    private WorkingTime time(Release release) {
        return calendars.get(release.calendar());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
