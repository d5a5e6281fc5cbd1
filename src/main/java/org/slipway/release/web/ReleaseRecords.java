package org.slipway.release.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.calendar.Calendars;
import org.slipway.calendar.WorkingTime;
import org.slipway.portfolio.BoundFlows;
import org.slipway.release.Closure;
import org.slipway.release.CurrentTask;
import org.slipway.release.Phase;
import org.slipway.release.Release;
import org.slipway.release.ReleaseProcess;
import org.slipway.release.ReleaseReferences;
import org.slipway.release.ReleaseReferences.References;
import org.slipway.release.ReleaseStatus;
import org.slipway.release.Releases;
import org.slipway.release.WorkClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the API shows of a release. */
@Component
class ReleaseRecords {

    private final Releases releases;
    private final ReleaseReferences references;
    private final ReleaseProcess process;
    private final Calendars calendars;
    private final Rights rights;
    private final CurrentUser currentUser;
    private final Clock clock;

    ReleaseRecords(
            Releases releases,
            ReleaseReferences references,
            ReleaseProcess process,
            Calendars calendars,
            Rights rights,
            CurrentUser currentUser,
            Clock clock) {
        this.releases = releases;
        this.references = references;
        this.process = process;
        this.calendars = calendars;
        this.rights = rights;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ReleaseRecord of(String number) {
        Release release = releases.get(number);
        BoundFlows flows = release.flows();
        WorkClock work = release.clock();
        WorkingTime time = calendars.get(release.calendar());
        Instant now = clock.instant();
        Closure closure = release.closure();
        References linked = references.of(number);
        List<CurrentTask> tasks = process.currentTasks(number);
        long elapsed = work.elapsed(now, time).toMinutes();
        return new ReleaseRecord(
                number,
                release.subject().title(),
                release.subject().description(),
                release.subject().version(),
                release.model(),
                flows == null ? null : flows.modelVersion(),
                flows == null ? null : flows.planning(),
                flows == null ? null : flows.deployment(),
                release.assessment().kind(),
                release.contract(),
                release.status(),
                release.statusBeforeSuspension(),
                release.phase(),
                release.cycle(),
                release.assessment().impact(),
                release.assessment().urgency(),
                release.assessment().risk(),
                release.assessment().priority(),
                release.requester(),
                release.contact(),
                release.parties().registrar(),
                release.parties().owner(),
                release.parties().responsible(),
                release.executorGroup(),
                release.parties().levelOneGroup(),
                release.approverGroup(),
                release.planning(),
                release.deployment(),
                release.notifications(),
                release.calendar(),
                release.registeredAt(),
                work.start(),
                work.capturedAt(),
                work.suspendedAt(),
                work.reactivatedAt(),
                release.progress().deployedAt(),
                work.endedAt(),
                work.deadline(),
                work.termMinutes(),
                elapsed,
                work.suspended().toMinutes(),
                work.delay(now, time),
                work.captureMinutes(),
                work.endedAt() == null ? null : elapsed,
                release.progress().approvedBy(),
                release.progress().approvedAt(),
                closure == null ? null : closure.text(),
                closure == null ? null : closure.solutionCategory(),
                closure == null ? null : closure.releaseDate(),
                linked.changes(),
                linked.configurationItems(),
                tasks,
                actions(release, tasks),
                release.revision());
    }

    private List<String> actions(Release release, List<CurrentTask> tasks) {
        List<String> actions = new ArrayList<>();
        ReleaseStatus status = release.status();
        var granted = rights.mine(release.model());
        boolean cancelling = release.progress().isCancelling();
        boolean active = !status.isEnded() && status != ReleaseStatus.SUSPENDED && !cancelling;
        add(actions, Operation.SUSPEND, status.isSuspendable() && !cancelling && granted.contains(Operation.SUSPEND));
        add(
                actions,
                Operation.REACTIVATE,
                status == ReleaseStatus.SUSPENDED && !cancelling && granted.contains(Operation.REACTIVATE));
        add(actions, Operation.CANCEL, !status.isEnded() && !cancelling && granted.contains(Operation.CANCEL));
        add(actions, Operation.REOPEN, status.isEnded() && granted.contains(Operation.REOPEN));
        add(
                actions,
                Operation.START_EARLY,
                active
                        && status == ReleaseStatus.IN_EXECUTION
                        && tasks.stream().noneMatch(task -> task.definitionKey().equals("executeRelease"))
                        && granted.contains(Operation.START_EARLY));
        if (active && release.phase() != Phase.CLOSURE && granted.contains(Operation.PLAN_ACTIVITY)) {
            actions.add("ADD_ACTIVITY");
        }
        String me = currentUser.id();
        add(
                actions,
                Operation.EDIT,
                !status.isEnded()
                        && (granted.contains(Operation.EDIT)
                                || me.equals(release.requester())
                                || me.equals(release.parties().registrar())));
        if (!status.isEnded()
                && (me.equals(release.requester())
                        || granted.contains(Operation.EDIT)
                        || granted.contains(Operation.EXECUTE))) {
            actions.add("LINK");
        }
        return actions;
    }

    private static void add(List<String> actions, Operation operation, boolean allowed) {
        if (allowed) {
            actions.add(operation.name());
        }
    }
}
