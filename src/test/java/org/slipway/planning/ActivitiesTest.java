package org.slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.release.Occurrence;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseInterruptions;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.ReleaseRegistration;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Refusal;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleasesWithoutFlow;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.TestExecutionEvent;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RoomTest
@OnBothDatabases
@RecordApplicationEvents
@Import({ReleasesWithoutFlow.class, PlanningRoom.class})
class ActivitiesTest {

    private final Activities activities;
    private final ReleaseRegistration registration;
    private final ReleaseLifecycle lifecycle;
    private final ReleaseInterruptions interruptions;
    private final Occurrences occurrences;
    private final EntityManager entities;
    private final MovableClock clock;

    private String release = "";

    ActivitiesTest(
            Activities activities,
            ReleaseRegistration registration,
            ReleaseLifecycle lifecycle,
            ReleaseInterruptions interruptions,
            Occurrences occurrences,
            EntityManager entities,
            MovableClock clock) {
        this.activities = activities;
        this.registration = registration;
        this.lifecycle = lifecycle;
        this.interruptions = interruptions;
        this.occurrences = occurrences;
        this.entities = entities;
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        clock.reset();
        release = ReleasesWithoutFlow.register(registration, clock);
    }

    @Test
    void plansAnActivityForTheExecutorGroupInThePresentPhase(ApplicationEvents events) {
        Activity activity = activities.plan(release, copyTables());

        assertThat(activity.group()).isEqualTo("operations");
        assertThat(activity.phase()).isEqualTo(Phase.PLANNING);
        assertThat(activity.cycle()).isEqualTo(1);
        assertThat(activity.state()).isEqualTo(ActivityState.TODO);
        assertThat(events.stream(ActivityPlanned.class)).containsExactly(new ActivityPlanned(release, activity.id()));
        assertThat(lastOccurrence().category()).isEqualTo(OccurrenceCategory.SCHEDULING);
    }

    @Test
    @WithMockUser(username = "operator", authorities = "operations", setupBefore = TestExecutionEvent.TEST_EXECUTION)
    void letsTheExecutorGroupPlan() {
        assertThat(activities.plan(release, copyTables()).createdBy()).isEqualTo("operator");
    }

    @Test
    @WithMockUser(username = "requester", authorities = "requesters", setupBefore = TestExecutionEvent.TEST_EXECUTION)
    void refusesWhoMayNotPlan() {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> activities.plan(release, copyTables()));
    }

    @Test
    void refusesADueDateThatHasPassedOrLiesTooFarAhead() {
        refuses(
                BusinessRuleViolated.class,
                "activity-due-past",
                due(clock.instant().minusSeconds(120)));
        refuses(
                BusinessRuleViolated.class,
                "activity-due-far",
                due(clock.instant().plus(Duration.ofDays(4000))));
    }

    @Test
    void refusesGroupsAndPeopleWhoAreUnknown() {
        Instant due = clock.instant().plusSeconds(3600);

        refuses(Malformed.class, "group-unknown", new PlanActivity("A", null, "strangers", null, due, 1));
        refuses(Malformed.class, "person-unknown", new PlanActivity("A", null, null, "nobody", due, 1));
    }

    @Test
    void refusesGroupsAndPeopleWhoCouldNeverCarryItOut() {
        Instant due = clock.instant().plusSeconds(3600);

        refuses(
                BusinessRuleViolated.class,
                "activity-group-may-not",
                new PlanActivity("A", null, "approvers", null, due, 1));
        refuses(
                BusinessRuleViolated.class,
                "activity-person-may-not",
                new PlanActivity("A", null, null, "requester", due, 1));
    }

    @Test
    void refusesReleasesThatAreSuspendedOrEnded() {
        interruptions.suspend(release, "Waiting for a supplier", null);
        refuses(WrongState.class, "release-not-active", copyTables());

        interruptions.reactivate(release);
        activities.plan(release, copyTables());

        lifecycle.planned(release);
        lifecycle.rejected(release);
        refuses(WrongState.class, "release-not-active", copyTables());
    }

    @Test
    void refusesReleasesThatWaitForTheirRequesterOnly() {
        lifecycle.planned(release);
        lifecycle.approved(release);
        lifecycle.authorised(release);
        assertThat(activities.plan(release, copyTables()).phase()).isEqualTo(Phase.DEPLOYMENT);

        lifecycle.executed(release);
        lifecycle.solved(release);

        refuses(WrongState.class, "release-not-active", copyTables());
    }

    @Test
    void refusesAReleaseThatIsUnknown() {
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> activities.plan("REL-999999", copyTables()));
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> activities.list("REL-999999", null, 10));
    }

    @Test
    void finishesOnceAndWritesItIntoTheHistory() {
        Activity activity = activities.plan(release, copyTables());

        activities.finish(activity.id(), "All copied", 45, "operator");
        entities.flush();

        assertThat(activity.state()).isEqualTo(ActivityState.DONE);
        assertThat(activity.finishedBy()).isEqualTo("operator");
        assertThat(activity.minutesSpent()).isEqualTo(45);
        assertThat(lastOccurrence().text()).isEqualTo("Copy tables\nAll copied");
        assertThat(lastOccurrence().minutesSpent()).isEqualTo(45);
        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> activities.finish(activity.id(), null, null, "operator"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("activity-not-open"));
    }

    @Test
    void refusesMinutesThatNobodyCanSpend() {
        UUID activity = activities.plan(release, copyTables()).id();

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> activities.finish(activity, null, -1, "operator"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("minutesSpent"));
    }

    @Test
    void cancelsWhatIsOpenWhenTheReleaseEnds() {
        Activity done = activities.plan(release, copyTables());
        Activity open = activities.plan(release, copyTables());
        activities.finish(done.id(), null, null, "operator");

        interruptions.requestCancellation(release, "No longer needed");
        refuses(WrongState.class, "release-not-active", copyTables());
        lifecycle.cancelled(release);

        assertThat(done.state()).isEqualTo(ActivityState.DONE);
        assertThat(open.state()).isEqualTo(ActivityState.CANCELLED);
    }

    @Test
    void listsPageByPageInTheOrderOfPlanning() {
        List<UUID> planned = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            planned.add(activities.plan(release, copyTables()).id());
            clock.advance(Duration.ofSeconds(1));
        }
        activities.plan(ReleasesWithoutFlow.register(registration, clock), copyTables());

        List<UUID> listed = new ArrayList<>();
        @Nullable UUID after = null;
        do {
            Slice<Activity> page = activities.list(release, after, 2);
            page.items().forEach(activity -> listed.add(activity.id()));
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);

        assertThat(listed).isEqualTo(planned);
    }

    private void refuses(Class<? extends Refusal> how, String code, PlanActivity wanted) {
        assertThatExceptionOfType(how)
                .isThrownBy(() -> activities.plan(release, wanted))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Occurrence lastOccurrence() {
        List<Occurrence> history = occurrences.history(release, null, 200).items();
        return history.get(history.size() - 1);
    }

    private PlanActivity copyTables() {
        return due(clock.instant().plus(Duration.ofHours(4)));
    }

    private static PlanActivity due(Instant due) {
        return new PlanActivity("Copy tables", "Nightly dump first", null, "operator", due, 60);
    }
}
