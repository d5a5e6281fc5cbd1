package org.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.slipway.process.access.ActingPerson;
import org.slipway.release.Releases;
import org.slipway.support.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The application as it starts in any other profile, without what tests usually add. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class NoDemoTest {

    private final IdentityService identities;
    private final Releases releases;
    private final ObjectProvider<Demo> demo;
    private final ObjectProvider<ActingPerson> acting;

    NoDemoTest(
            IdentityService identities,
            Releases releases,
            ObjectProvider<Demo> demo,
            ObjectProvider<ActingPerson> acting) {
        this.identities = identities;
        this.releases = releases;
        this.demo = demo;
        this.acting = acting;
    }

    @Test
    void knowsNobodyButTheAdministrator() {
        assertThat(identities.createUserQuery().list()).extracting(User::getId).containsExactly("admin");
    }

    @Test
    void holdsNoReleases() {
        assertThat(releases.isEmpty()).isTrue();
        assertThat(demo.stream()).isEmpty();
    }

    @Test
    void letsNobodyActForSomebodyElse() {
        assertThat(acting.stream()).isEmpty();
    }
}
