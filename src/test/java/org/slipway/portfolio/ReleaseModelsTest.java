package org.slipway.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.support.FlowsAsShipped;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@OnBothDatabases
@Import({ReleaseModels.class, ContactRegistries.class, FlowsAsShipped.class})
class ReleaseModelsTest {

    @Autowired
    ReleaseModels models;

    @Autowired
    ContactRegistries registries;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Test
    void bindsTheStandardModelToTheShippedFlows() {
        ReleaseModel standard = models.requireActive("standard");

        assertThat(standard.planningProcess()).isEqualTo("release-planning");
        assertThat(standard.deploymentProcess()).isEqualTo("release-deployment");
        assertThat(standard.executorGroup()).isEqualTo("operations");
        assertThat(standard.kind()).isEqualTo(ReleaseKind.MINOR);
    }

    @Test
    void bindsAReleaseToTheNewestVersionOfAFlowOrToTheOneItIsPinnedTo() {
        assertThat(models.bind(models.get("standard")).planning()).isEqualTo("release-planning:2");

        database.sql("update portfolio_model set planning_version = 1, deployment_process = 'gone'"
                        + " where model_key = 'standard'")
                .update();
        entities.clear();
        ReleaseModel pinned = models.get("standard");

        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> models.bind(pinned))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("deploymentProcess"));
        database.sql("update portfolio_model set deployment_process = 'release-deployment'")
                .update();
        entities.clear();
        assertThat(models.bind(models.get("standard")))
                .isEqualTo(new BoundFlows(1, "release-planning", 1, "release-deployment", 2));
    }

    @Test
    void refusesAModelThatIsUnknownOrNotNamed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> models.requireActive("other"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("model"));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> models.requireActive(null));
    }

    @Test
    void refusesAModelThatIsRetired() {
        database.sql("update portfolio_model set status = 'RETIRED' where model_key = 'standard'")
                .update();

        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> models.requireActive("standard"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("model-not-active"));
        assertThat(models.find("standard")).isPresent();
    }

    @Test
    void takesRegisteredContractsUnitsAndLocationsOrNone() {
        assertThatCode(() -> {
                    registries.requireContract(null);
                    registries.requireUnit(null);
                    registries.requireLocation(null);
                    registries.requireContract("internal");
                    registries.requireUnit("information-technology");
                    registries.requireLocation("head-office");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesContractsUnitsAndLocationsThatAreUnknown() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> registries.requireContract("x"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("contract-unknown"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> registries.requireUnit("x"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("contact.unit"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> registries.requireLocation("x"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("contact.location"));
    }

    @Test
    void refusesAContractThatHasEnded() {
        database.sql("update portfolio_contract set active = false").update();

        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> registries.requireContract("internal"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("contract-not-active"));
    }
}
