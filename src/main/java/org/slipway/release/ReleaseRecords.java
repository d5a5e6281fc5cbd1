package org.slipway.release;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slipway.calendar.Calendars;
import org.slipway.calendar.WorkingTime;
import org.slipway.release.ReleaseActions.Standing;
import org.slipway.release.ReleaseReferences.References;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is shown of a release, for the person behind this thread. */
@Component
public class ReleaseRecords {

    private final Releases releases;
    private final ReleaseReferences references;
    private final ReleaseProcess process;
    private final Calendars calendars;
    private final ReleaseActions actions;
    private final Clock clock;

    ReleaseRecords(
            Releases releases,
            ReleaseReferences references,
            ReleaseProcess process,
            Calendars calendars,
            ReleaseActions actions,
            Clock clock) {
        this.releases = releases;
        this.references = references;
        this.process = process;
        this.calendars = calendars;
        this.actions = actions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ReleaseRecord of(String number) {
        Release release = releases.get(number);
        Course course = release.course();
        WorkClock work = release.clock();
        WorkingTime time = calendars.get(release.calendar());
        Instant now = clock.instant();
        Closure closure = release.closure();
        References linked = references.of(number);
        List<CurrentTask> tasks = process.currentTasks(number);
        List<String> allowed = Stream.concat(
                        actions.of(Standing.of(release, tasks)).stream(), actions.ofHold(release).stream())
                .toList();
        long elapsed = work.elapsed(now, time).toMinutes();
        return new ReleaseRecord(
                number,
                release.subject().title(),
                release.subject().description(),
                release.subject().version(),
                release.model(),
                course == null ? null : course.modelVersion(),
                course == null ? null : course.planning(),
                course == null ? null : course.deployment(),
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
                allowed,
                release.legalHold(),
                release.revision());
    }
}
