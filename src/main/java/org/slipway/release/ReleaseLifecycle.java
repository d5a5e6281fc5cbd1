package org.slipway.release;

import static org.slipway.release.ReleaseStatus.APPROVED;
import static org.slipway.release.ReleaseStatus.CANCELLED;
import static org.slipway.release.ReleaseStatus.CLOSED;
import static org.slipway.release.ReleaseStatus.CONCLUDED;
import static org.slipway.release.ReleaseStatus.EXECUTED;
import static org.slipway.release.ReleaseStatus.IN_EXECUTION;
import static org.slipway.release.ReleaseStatus.NOT_SOLVED;
import static org.slipway.release.ReleaseStatus.PLANNED;
import static org.slipway.release.ReleaseStatus.REGISTERED;
import static org.slipway.release.ReleaseStatus.REJECTED;
import static org.slipway.release.ReleaseStatus.REOPENED;
import static org.slipway.release.ReleaseStatus.SOLVED;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.calendar.Calendars;
import org.slipway.release.policy.Transition;
import org.slipway.release.policy.TransitionPolicy;
import org.slipway.shared.WrongState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The moves that the flow makes with a release on its way from registration to its end (src/docs/domain.md, Lifecycle
 * and statuses). Each refuses with {@code transition-not-legal} a release that is not where the move begins, writes an
 * occurrence and publishes {@link ReleaseMoved}.
 */
@Component
public class ReleaseLifecycle {

    private final Releases releases;
    private final Occurrences occurrences;
    private final Calendars calendars;
    private final List<TransitionPolicy> policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseLifecycle(
            Releases releases,
            Occurrences occurrences,
            Calendars calendars,
            List<TransitionPolicy> policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.releases = releases;
        this.occurrences = occurrences;
        this.calendars = calendars;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ties a registered or reopened release to the one lifecycle that runs for it. Refuses with {@code process-not-bare}
     * a lifecycle that somebody started without registering a release, or a second one for the same release.
     */
    public void attach(@Nullable String number, String processInstance) {
        if (number == null) {
            throw new WrongState("process-not-bare", null);
        }
        Release release = releases.lock(number);
        if (release.progress().processInstance() != null) {
            throw new WrongState("process-not-bare", null);
        }
        release.status().require("REGISTER", REGISTERED, REOPENED);
        release.progress().attach(processInstance);
    }

    public void planned(String number) {
        Release release = releases.lock(number);
        release.status().require("PLAN", REGISTERED, REOPENED);
        check(release, Transition.PLAN);
        release.progress().plan(now());
        move(release, PLANNED, Phase.PLANNING, OccurrenceCategory.STATUS, null);
    }

    public void approved(String number) {
        Release release = releases.lock(number);
        release.status().require("APPROVE", PLANNED);
        check(release, Transition.APPROVE);
        move(release, APPROVED, Phase.DEPLOYMENT, OccurrenceCategory.APPROVAL, null);
    }

    /** The approvers want the plan changed. */
    public void sentBack(String number) {
        Release release = releases.lock(number);
        release.status().require("SEND_BACK", PLANNED);
        move(release, REGISTERED, Phase.PLANNING, OccurrenceCategory.APPROVAL, null);
    }

    /** The approvers do not want it at all. What an earlier attempt has left in effect counts no more. */
    public void rejected(String number) {
        Release release = releases.lock(number);
        release.status().require("REJECT", PLANNED);
        release.progress().backOut();
        end(release, REJECTED, OccurrenceCategory.CLOSING, null);
        events.publishEvent(new ReleaseRejected(number, release.cycle()));
    }

    /** The requester lets the execution begin; what had failed before is in execution again. */
    public void authorised(String number) {
        Release release = releases.lock(number);
        release.status().require("AUTHORISE", APPROVED, NOT_SOLVED, REOPENED);
        check(release, Transition.AUTHORISE);
        move(release, IN_EXECUTION, Phase.DEPLOYMENT, OccurrenceCategory.STATUS, null);
    }

    /** The requester does not want it executed as planned: it goes back to planning. */
    public void authorisationRefused(String number) {
        Release release = releases.lock(number);
        release.status().require("AUTHORISE", APPROVED, NOT_SOLVED, REOPENED);
        move(release, REGISTERED, Phase.PLANNING, OccurrenceCategory.STATUS, null);
    }

    /** Whether the window for deployment has opened. */
    public boolean isWindowOpen(String number) {
        return releases.get(number).deployment().isOpen(now());
    }

    /** Execution has begun to change configuration items; from now on giving up means backing out. */
    public void deploymentTookEffect(String number) {
        Release release = releases.lock(number);
        if (!release.progress().isDeploymentInEffect()) {
            release.progress().deploy(now());
            events.publishEvent(new DeploymentTookEffect(
                    number, release.cycle(), release.subject().version()));
        }
    }

    public void executed(String number) {
        Release release = releases.lock(number);
        release.status().require("EXECUTE", IN_EXECUTION);
        check(release, Transition.EXECUTE);
        move(release, EXECUTED, Phase.DEPLOYMENT, OccurrenceCategory.STATUS, null);
    }

    /** The test succeeded; where the release stands does not change. */
    public void tested(String number) {
        check(releases.lock(number), Transition.TEST);
    }

    /** Execution, test or homologation did not succeed. */
    public void failed(String number) {
        Release release = releases.lock(number);
        release.status().require("FAIL", IN_EXECUTION, EXECUTED);
        move(release, NOT_SOLVED, Phase.DEPLOYMENT, OccurrenceCategory.STATUS, null);
    }

    /** What homologation found, kept with the release before it is solved. */
    public void describeClosure(String number, Closure closure) {
        releases.lock(number).close(closure);
    }

    public void solved(String number) {
        Release release = releases.lock(number);
        release.status().require("SOLVE", EXECUTED);
        check(release, Transition.SOLVE);
        move(release, SOLVED, Phase.CLOSURE, OccurrenceCategory.STATUS, null);
    }

    /** The requester does not accept what was deployed. */
    public void refused(String number) {
        Release release = releases.lock(number);
        release.status().require("REFUSE", SOLVED);
        move(release, NOT_SOLVED, Phase.DEPLOYMENT, OccurrenceCategory.STATUS, null);
    }

    /** The requester accepts: the configuration items now run what was released. */
    public void closed(String number) {
        Release release = releases.lock(number);
        release.status().require("CLOSE", SOLVED);
        check(release, Transition.CONCLUDE);
        move(release, CLOSED, Phase.CLOSURE, OccurrenceCategory.STATUS, null);
        events.publishEvent(
                new ReleasePromoted(number, release.cycle(), release.subject().version()));
    }

    public void concluded(String number) {
        Release release = releases.lock(number);
        release.status().require("CONCLUDE", CLOSED);
        end(release, CONCLUDED, OccurrenceCategory.CLOSING, null);
    }

    public void backedOut(String number) {
        Release release = releases.lock(number);
        if (release.progress().isDeploymentInEffect()) {
            release.progress().backOut();
            occurrences.record(number, OccurrenceCategory.BACK_OUT, null);
            events.publishEvent(new DeploymentBackedOut(number, release.cycle()));
        }
    }

    /** Ends what {@link ReleaseInterruptions#requestCancellation} began, once everything has been taken back. */
    public void cancelled(String number) {
        Release release = releases.lock(number);
        if (!release.progress().isCancelling()) {
            throw new WrongState("transition-not-legal", null, "CANCEL", release.status());
        }
        end(release, CANCELLED, OccurrenceCategory.CANCELLATION, null);
        events.publishEvent(new ReleaseCancelled(number, release.cycle()));
    }

    private void end(Release release, ReleaseStatus to, OccurrenceCategory category, @Nullable String text) {
        release.clock().stop(now(), calendars.get(release.calendar()));
        move(release, to, release.phase(), category, text);
    }

    private void move(
            Release release, ReleaseStatus to, Phase phase, OccurrenceCategory category, @Nullable String text) {
        ReleaseStatus before = release.status();
        release.move(to, phase);
        occurrences.record(release.number(), Happening.moved(category, before, to, text));
        events.publishEvent(new ReleaseMoved(release.number(), release.cycle(), before, to));
    }

    private void check(Release release, Transition transition) {
        policies.forEach(policy -> policy.check(release, transition));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
