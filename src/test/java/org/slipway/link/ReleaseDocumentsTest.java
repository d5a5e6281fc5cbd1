package org.slipway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.document.Document;
import org.slipway.document.DocumentKind;
import org.slipway.document.DocumentRoom;
import org.slipway.release.Occurrences;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.ReleaseRegistration;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleasesWithoutFlow;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

@RoomTest
@OnBothDatabases
@Import({ReleasesWithoutFlow.class, ReleaseDocuments.class, DocumentRoom.class})
class ReleaseDocumentsTest {

    private final ReleaseDocuments documents;
    private final ReleaseRegistration registration;
    private final ReleaseLifecycle lifecycle;
    private final Occurrences occurrences;
    private final MovableClock clock;

    private String release = "";

    ReleaseDocumentsTest(
            ReleaseDocuments documents,
            ReleaseRegistration registration,
            ReleaseLifecycle lifecycle,
            Occurrences occurrences,
            MovableClock clock) {
        this.documents = documents;
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
    @WithMockUser(username = "manager", authorities = "release-managers")
    void takesAndLosesDocumentsAndWritesBothIntoTheHistory() {
        Document plan = add();
        assertThat(documents.list(release, null, null, 10).items()).containsExactly(plan);
        assertThat(lastLine()).startsWith("documents: + plan.txt (GENERAL, SHA-256 4bf5122f");

        documents.remove(release, plan.id());

        assertThat(documents.list(release, null, null, 10).items()).isEmpty();
        assertThat(lastLine()).startsWith("documents: − plan.txt");
    }

    @Test
    void givesDocumentsOnlyOfReleasesThatExist() {
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> documents.list("REL-999999", null, null, 10));
        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> documents.get("REL-999999", add().id()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("release-unknown"));
    }

    @Test
    void refusesDocumentsOfWhoHasNoPartInTheRelease() {
        as("auditor", "auditors");

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(this::add);
    }

    @Test
    void letsOnlyItsUploaderOrAnEditorRemoveADocument() {
        as("operator", "operations");
        Document first = add();
        Document second = add();

        as("approver", "approvers");
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> documents.remove(release, first.id()));

        as("operator", "operations");
        documents.remove(release, first.id());
        as("manager", "release-managers");
        documents.remove(release, second.id());

        assertThat(documents.list(release, null, null, 10).items()).isEmpty();
    }

    @Test
    void keepsTheDocumentsOfAReleaseThatHasEndedButTakesMore() {
        Document plan = add();
        lifecycle.planned(release);
        lifecycle.rejected(release);

        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> documents.remove(release, plan.id()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("release-ended"));
        add();
        assertThat(documents.list(release, null, null, 10).items()).hasSize(2);
    }

    private Document add() {
        return documents.add(release, DocumentKind.GENERAL, "plan.txt", null, new ByteArrayResource(new byte[] {1}));
    }

    private String lastLine() {
        return String.valueOf(occurrences.history(release, null, 200).items().stream()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .text());
    }

    private static void as(String person, String group) {
        TestSecurityContextHolder.setAuthentication(new TestingAuthenticationToken(person, "", group));
    }
}
