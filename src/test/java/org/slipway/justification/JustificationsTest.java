package org.slipway.justification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slipway.access.CurrentUser;
import org.slipway.access.Rights;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

@RoomTest
@OnBothDatabases
@Import({Justifications.class, Rights.class, CurrentUser.class})
class JustificationsTest {

    @Autowired
    Justifications justifications;

    @ParameterizedTest
    @EnumSource
    void offersAtLeastThreeForEachUse(Use use) {
        assertThat(justifications
                        .list(use, Justification.Status.ACTIVE, null, 50)
                        .items())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(justification -> justification.isUsableFor(use));
    }

    @Test
    void isFoundByItsDescriptionInAnyCaseOfLettersAndByItsId() {
        Justification found = justifications.requireUsable(" waiting FOR a supplier ", Use.SUSPENSION);

        assertThat(justifications.requireUsable(found.id().toString(), Use.SUSPENSION))
                .isSameAs(found);
    }

    @Test
    void refusesOneThatIsNotGivenOrNotKnown() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> justifications.requireUsable(" ", Use.SUSPENSION))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("justification-required"));
        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> justifications.requireUsable("Because", Use.SUSPENSION))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("justification-unknown"));
    }

    @Test
    void refusesOneThatIsMeantForAnotherStep() {
        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> justifications.requireUsable("Waiting for a supplier", Use.REOPENING))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("justification-not-usable");
                    assertThat(refusal.field()).isEqualTo("justification");
                });
    }

    @Test
    void refusesOneThatIsInactive() {
        justifications.add("Holidays", Justification.Status.INACTIVE, Set.of(Use.SUSPENSION));

        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> justifications.requireUsable("Holidays", Use.SUSPENSION))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("justification-not-usable"));
    }

    @Test
    void refusesADescriptionThatAnotherOneHas() {
        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() ->
                        justifications.add("WAITING for a supplier", Justification.Status.ACTIVE, Set.of(Use.REFUSAL)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("justification-exists"));
    }

    @Test
    void keepsADeletedOneForThoseWhoNameItAndFreesItsDescription() {
        Justification deleted = justifications.requireUsable("Plan incomplete", Use.REFUSAL);
        justifications.delete(deleted.id());

        assertThat(justifications.find(deleted.id())).contains(deleted);
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> justifications.get(deleted.id()));
        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> justifications.requireUsable(deleted.id().toString(), Use.REFUSAL));
        justifications.add("Plan incomplete", Justification.Status.ACTIVE, Set.of(Use.REFUSAL));
    }

    @Test
    void changesOnlyWhatIsGiven() {
        Justification both = justifications.requireUsable("Conflicts with another release", Use.REFUSAL);

        justifications.change(both.id(), null, null, Map.of(Use.REFUSAL, false), null);

        assertThat(both.uses()).containsExactly(Use.SUSPENSION);
        assertThat(both.description()).isEqualTo("Conflicts with another release");
    }

    @Test
    void listsPageByPageInOrder() {
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<Justification> page = justifications.list(null, null, after, 4);
            page.items().forEach(item -> seen.add(Justification.asCompared(item.description())));
            after = page.next();
        } while (after != null);

        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(19);
    }

    @Test
    @WithMockUser(username = "operator", authorities = "operations")
    void letsOnlyWhoHasTheRightWrite() {
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> justifications.add("Mine", Justification.Status.ACTIVE, Set.of(Use.OVERRIDE)));
    }
}
