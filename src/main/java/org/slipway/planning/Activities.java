package org.slipway.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.release.Happening;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Phase;
import org.slipway.release.Release;
import org.slipway.release.ReleaseStatus;
import org.slipway.release.Releases;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The planned work of releases. */
@Service
public class Activities {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Duration LATEST_DUE = Duration.ofDays(3650);
    private static final int LONGEST_RECORD = 65_000;
    private static final int MOST_MINUTES = 1_000_000;

    private final ActivityRepository activities;
    private final Releases releases;
    private final Occurrences occurrences;
    private final Planners planners;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Activities(
            ActivityRepository activities,
            Releases releases,
            Occurrences occurrences,
            Planners planners,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.releases = releases;
        this.occurrences = occurrences;
        this.planners = planners;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Plans an activity within the phase that the release is in; publishes {@link ActivityPlanned}. Needs to be of the
     * executor group, or the right to plan.
     *
     * @throws WrongState           {@code release-not-active} unless the release is being planned or deployed
     * @throws BusinessRuleViolated {@code activity-due-past}, {@code activity-due-far}, and for a group or person who may
     *                              not execute {@code activity-group-may-not}, {@code activity-person-may-not}
     * @throws Malformed            {@code group-unknown}, {@code person-unknown}
     */
    @Transactional
    public Activity plan(String release, PlanActivity wanted) {
        Release planned = releases.lock(release);
        planners.require(planned);
        requireActive(planned);
        Instant now = now();
        requireDue(wanted.due(), now);
        String group = wanted.group() == null ? planned.executorGroup() : wanted.group();
        planners.requireAble(planned, group, wanted.assignee());
        Activity activity = activities.save(new Activity(planned, wanted, group, currentUser.id(), now));
        occurrences.record(
                release, OccurrenceCategory.SCHEDULING, activity.title() + " · " + group + " · " + activity.due());
        events.publishEvent(new ActivityPlanned(release, activity.id()));
        return activity;
    }

    /**
     * Its task has been completed.
     *
     * @throws WrongState {@code activity-not-open} when it is done or cancelled already
     * @throws Malformed  {@code minutes-malformed}, {@code text-too-long}
     */
    @Transactional
    public void finish(UUID id, @Nullable String executionRecord, @Nullable Integer minutesSpent, String who) {
        if (minutesSpent != null && (minutesSpent < 0 || minutesSpent > MOST_MINUTES)) {
            throw new Malformed("minutes-malformed", "minutesSpent", MOST_MINUTES);
        }
        if (executionRecord != null && executionRecord.length() > LONGEST_RECORD) {
            throw new Malformed("text-too-long", "executionRecord", LONGEST_RECORD);
        }
        Activity activity = get(id);
        releases.lock(activity.release());
        activity.finish(who, now(), executionRecord, minutesSpent);
        String record = executionRecord == null ? activity.title() : activity.title() + "\n" + executionRecord;
        occurrences.record(
                activity.release(),
                Happening.inTask(OccurrenceCategory.EXECUTION, "carryOutActivity", null, record)
                        .taking(minutesSpent));
    }

    /** Refuses with {@code activity-unknown} an id that no activity has. */
    @Transactional(readOnly = true)
    public Activity get(UUID id) {
        return activities.findById(id).orElseThrow(() -> new Unknown("activity-unknown", null, id));
    }

    /** Refuses with {@code activity-unknown} an id that no activity of this release has. */
    @Transactional(readOnly = true)
    public Activity get(String release, UUID id) {
        return activities.findByIdAndRelease(id, release).orElseThrow(() -> new Unknown("activity-unknown", null, id));
    }

    /** Activities of all cycles in the order in which they were planned, from the one after another. */
    @Transactional(readOnly = true)
    public Slice<Activity> list(String release, @Nullable UUID after, int limit) {
        String number = releases.get(release).number();
        Optional<Activity> last = Optional.ofNullable(after).map(id -> get(number, id));
        List<Activity> found = activities.page(
                number,
                last.map(Activity::createdAt).orElse(Instant.EPOCH),
                last.map(Activity::id).orElse(BEFORE_ALL),
                Limit.of(limit + 1));
        return Slice.of(found, limit, activity -> activity.id().toString());
    }

    private static void requireDue(Instant due, Instant now) {
        if (due.isBefore(now.truncatedTo(ChronoUnit.MINUTES))) {
            throw new BusinessRuleViolated("activity-due-past", "due");
        }
        if (due.isAfter(now.plus(LATEST_DUE))) {
            throw new BusinessRuleViolated("activity-due-far", "due", LATEST_DUE.toDays());
        }
    }

    private static void requireActive(Release release) {
        boolean atWork = release.phase() == Phase.PLANNING || release.phase() == Phase.DEPLOYMENT;
        boolean held = release.status() == ReleaseStatus.SUSPENDED
                || release.status().isEnded()
                || release.progress().isCancelling();
        if (!atWork || held) {
            throw new WrongState("release-not-active", null);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
