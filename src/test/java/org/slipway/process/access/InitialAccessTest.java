package org.slipway.process.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slipway.support.SlipwayTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Transactional;

@SlipwayTest
class InitialAccessTest {

    private final InitialAccess access;
    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final ManagementService management;
    private final ObjectProvider<DemoPeople> demoPeople;

    InitialAccessTest(
            InitialAccess access,
            IdentityService identities,
            AuthorizationService authorizations,
            FilterService filters,
            ManagementService management,
            ObjectProvider<DemoPeople> demoPeople) {
        this.access = access;
        this.identities = identities;
        this.authorizations = authorizations;
        this.filters = filters;
        this.management = management;
        this.demoPeople = demoPeople;
    }

    @Test
    void laysTheGroupsOfTheFlows() {
        assertThat(identities.createGroupQuery().list())
                .extracting(Group::getId)
                .contains(
                        "requesters",
                        "operations",
                        "approvers",
                        "release-managers",
                        "process-owners",
                        "auditors",
                        "camunda-admin");
    }

    @Test
    void laysEverythingOnceWhenSeveralNodesStartAtOnce() throws Exception {
        long grants = authorizations.createAuthorizationQuery().count();
        long lists = filters.createTaskFilterQuery().count();
        management.deleteProperty("slipway.access");

        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> start = () -> {
                access.afterSingletonsInstantiated();
                return true;
            };
            for (Future<Boolean> node : nodes.invokeAll(List.of(start, start))) {
                assertThat(node.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(lists);
    }

    @Test
    @Transactional
    void doesNotBringBackWhatAnAdministratorHasTakenAway() {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn("approvers")
                .resourceType(Resources.APPLICATION)
                .singleResult();
        authorizations.deleteAuthorization(grant.getId());

        access.afterSingletonsInstantiated();

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn("approvers")
                        .resourceType(Resources.APPLICATION)
                        .count())
                .isZero();
    }

    @Test
    void knowsNoDemoPeopleOutsideTheDemo() {
        assertThat(demoPeople.getIfAvailable()).isNull();
    }

    @Test
    @Transactional
    void refusesToStartWithoutAnAdministrator() {
        identities.deleteMembership("admin", "camunda-admin");

        assertThatThrownBy(() -> first("admin", null))
                .isInstanceOf(NoAdministrator.class)
                .hasMessage("There is no administrator, and no password is given for the first one.");
        assertThatThrownBy(() -> first("admin", " ")).isInstanceOf(NoAdministrator.class);
    }

    @Test
    @Transactional
    void refusesAWeakPasswordForTheFirstAdministrator() {
        identities.deleteMembership("admin", "camunda-admin");

        assertThatThrownBy(() -> first("root", "weak"))
                .isInstanceOf(NoAdministrator.class)
                .hasMessageContaining("policy")
                .hasMessageNotContaining("weak");
    }

    @Test
    @Transactional
    void createsTheFirstAdministratorWhenOneIsGiven() {
        identities.deleteMembership("admin", "camunda-admin");

        first("root", "Correct-Horse-9");

        assertThat(identities.checkPassword("root", "Correct-Horse-9")).isTrue();
        assertThat(identities
                        .createUserQuery()
                        .memberOfGroup("camunda-admin")
                        .singleResult()
                        .getId())
                .isEqualTo("root");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(new Administrator("root", "Correct-Horse-9").toString()).doesNotContain("Horse");
    }

    private void first(String name, @Nullable String password) {
        new FirstAdministrator(identities, new Administrator(name, password)).create();
    }
}
