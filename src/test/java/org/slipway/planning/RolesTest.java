package org.slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.release.Occurrences;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.ReleaseRegistration;
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
class RolesTest {

    private final Roles roles;
    private final ReleaseRegistration registration;
    private final ReleaseLifecycle lifecycle;
    private final Occurrences occurrences;
    private final MovableClock clock;

    private String release = "";

    RolesTest(
            Roles roles,
            ReleaseRegistration registration,
            ReleaseLifecycle lifecycle,
            Occurrences occurrences,
            MovableClock clock) {
        this.roles = roles;
        this.registration = registration;
        this.lifecycle = lifecycle;
        this.occurrences = occurrences;
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        release = ReleasesWithoutFlow.register(registration, clock);
    }

    @Test
    void givesAndTakesRolesAndWritesBothIntoTheHistory() {
        RoleHolder holder = roles.add(release, "operator", " Data owner ");
        roles.add(release, "operator", "Tester");
        assertThat(roles.list(release, null, 10).items())
                .extracting(RoleHolder::role)
                .containsExactlyInAnyOrder("Data owner", "Tester");

        roles.remove(release, holder.id());

        assertThat(roles.list(release, null, 10).items())
                .extracting(RoleHolder::role)
                .containsExactly("Tester");
        assertThat(occurrences.history(release, null, 200).items())
                .last()
                .satisfies(line -> assertThat(line.text()).isEqualTo("− operator: Data owner"));
    }

    @Test
    void refusesTheSameRoleTwice() {
        roles.add(release, "operator", "Tester");

        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> roles.add(release, "operator", "Tester "))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("role-held"));
    }

    @Test
    void refusesPeopleAndRolesThatAreUnknown() {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> roles.add(release, "nobody", "Tester"));
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> roles.remove(release, UUID.randomUUID()));
    }

    @Test
    void refusesChangesOnceTheReleaseHasEnded() {
        lifecycle.planned(release);
        lifecycle.rejected(release);

        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> roles.add(release, "operator", "Tester"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("release-ended"));
    }

    @Test
    @WithMockUser(username = "auditor", authorities = "auditors", setupBefore = TestExecutionEvent.TEST_EXECUTION)
    void refusesWhoMayNotPlan() {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> roles.add(release, "operator", "Tester"));
    }
}
