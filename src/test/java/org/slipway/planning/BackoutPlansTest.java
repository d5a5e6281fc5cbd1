package org.slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.release.Occurrences;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseInterruptions;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.ReleaseRegistration;
import org.slipway.release.Reopening;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleasesWithoutFlow;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.TestExecutionEvent;
import org.springframework.security.test.context.support.WithMockUser;

@RoomTest
@OnBothDatabases
@Import({ReleasesWithoutFlow.class, PlanningRoom.class})
class BackoutPlansTest {

    private final BackoutPlans plans;
    private final ReleaseRegistration registration;
    private final ReleaseLifecycle lifecycle;
    private final ReleaseInterruptions interruptions;
    private final Occurrences occurrences;
    private final MovableClock clock;

    private String release = "";

    BackoutPlansTest(
            BackoutPlans plans,
            ReleaseRegistration registration,
            ReleaseLifecycle lifecycle,
            ReleaseInterruptions interruptions,
            Occurrences occurrences,
            MovableClock clock) {
        this.plans = plans;
        this.registration = registration;
        this.lifecycle = lifecycle;
        this.interruptions = interruptions;
        this.occurrences = occurrences;
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        clock.reset();
        release = ReleasesWithoutFlow.register(registration, clock, "Stop the service", "Restore the tables");
    }

    @Test
    void takesTheStepsOfTheRegistrationInOrder() {
        assertThat(plans.of(release))
                .extracting(BackoutStep::description)
                .containsExactly("Stop the service", "Restore the tables");
    }

    @Test
    void opensOnlyWhatIsNotDone() {
        List<UUID> open = plans.openSteps(release);

        plans.done(open.get(0), "operator", "Stopped at once");

        assertThat(plans.openSteps(release)).containsExactly(open.get(1));
        assertThat(plans.step(open.get(0)).doneBy()).isEqualTo("operator");
        assertThat(plans.step(open.get(0)).doneInCycle()).isEqualTo(1);
        assertThat(occurrences.history(release, null, 200).items())
                .last()
                .satisfies(line -> assertThat(line.text()).isEqualTo("1. Stop the service\nStopped at once"));
    }

    @Test
    void refusesAStepThatIsDoneOrUnknown() {
        UUID first = plans.openSteps(release).get(0);
        plans.done(first, "operator", null);

        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> plans.done(first, "operator", null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("backout-step-done"));
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> plans.done(UUID.randomUUID(), "operator", null));
    }

    @Test
    void opensAllStepsAgainOnceADeploymentIsBackedOut() {
        deploy();
        plans.openSteps(release).forEach(step -> plans.done(step, "operator", null));
        assertThat(plans.openSteps(release)).isEmpty();

        lifecycle.backedOut(release);

        assertThat(plans.openSteps(release)).hasSize(2);
    }

    @Test
    void opensAllStepsAgainInANewCycle() {
        plans.done(plans.openSteps(release).get(0), "operator", null);
        lifecycle.planned(release);
        lifecycle.rejected(release);

        interruptions.reopen(release, new Reopening("Concluded by mistake", null, Phase.PLANNING, null, null));

        assertThat(plans.openSteps(release)).hasSize(2);
    }

    @Test
    void replacesThePlanButFinishesStepsThatAreUnderWay() {
        List<UUID> old = plans.openSteps(release);

        plans.replace(release, List.of(" Switch back ", "Tell everybody", "Restore the tables"));
        plans.done(old.get(0), "operator", null);

        assertThat(plans.of(release))
                .extracting(BackoutStep::description)
                .containsExactly("Switch back", "Tell everybody", "Restore the tables");
        assertThat(plans.openSteps(release)).hasSize(3).doesNotContainAnyElementsOf(old);
    }

    @Test
    void refusesAPlanThatIsTooLongOrHasStepsWithoutText() {
        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> plans.replace(release, Collections.nCopies(101, "Wait")));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> plans.replace(release, List.of("Wait", " ")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("backoutPlan[1]"));
    }

    @Test
    void refusesAnotherPlanOnceTheReleaseHasEnded() {
        lifecycle.planned(release);
        lifecycle.rejected(release);

        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> plans.replace(release, List.of()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("release-not-active"));
    }

    @Test
    @WithMockUser(username = "approver", authorities = "approvers", setupBefore = TestExecutionEvent.TEST_EXECUTION)
    void refusesWhoMayNotPlan() {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> plans.replace(release, List.of()));
    }

    private void deploy() {
        lifecycle.planned(release);
        lifecycle.approved(release);
        lifecycle.authorised(release);
        lifecycle.deploymentTookEffect(release);
    }
}
