package org.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.release.ReleaseStatus;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.SlipwayClient;
import org.slipway.support.TestDatabase;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The application as it starts for somebody who tries it out; only its database is not the usual one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "logging.level.root=warn"})
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@OnBothDatabases
class DemoTest {

    private final Demo demo;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final SlipwayClient slipway;

    DemoTest(Demo demo, RuntimeService runtime, HistoryService history, @LocalServerPort int port) {
        this.demo = demo;
        this.runtime = runtime;
        this.history = history;
        this.slipway = SlipwayClient.at("http://127.0.0.1:" + port);
    }

    @Test
    void showsReleasesInEveryStatusThatLasts() {
        assertThat(releases()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(releases())
                .extracting(
                        release -> ReleaseStatus.valueOf(release.path("status").asText()))
                .containsAll(EnumSet.complementOf(EnumSet.of(ReleaseStatus.CLOSED)));
    }

    @Test
    void showsReleasesOfEveryPriority() {
        assertThat(releases())
                .extracting(release -> release.path("priority").asInt())
                .contains(1, 2, 3, 4, 5);
    }

    @Test
    void leavesEachReleaseWhereItsProcessIs() {
        assertThat(releases()).allSatisfy(release -> {
            String number = release.path("number").asText();
            ReleaseStatus status = ReleaseStatus.valueOf(release.path("status").asText());
            List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .list();
            if (status.isEnded()) {
                assertThat(running).as(number).isEmpty();
                assertThat(history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(number)
                                .processDefinitionKey("release-lifecycle")
                                .finished()
                                .count())
                        .as(number)
                        .isEqualTo(1);
            } else {
                assertThat(running).as(number).isNotEmpty();
                assertThat(running.stream().anyMatch(ProcessInstance::isSuspended))
                        .as(number)
                        .isEqualTo(status == ReleaseStatus.SUSPENDED);
                assertThat(waiting(number, status)).as(number + " " + status).isTrue();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "operator", "approver", "manager"})
    void hasSomethingToDoForThoseWhoWorkOnReleases(String person) {
        assertThat(slipway.as(person).get("/api/tasks").expect(200).json().path("items"))
                .isNotEmpty();
    }

    @Test
    void offersAHighRiskToItsSecondApprover() {
        assertThat(slipway.as("manager").get("/api/tasks").expect(200).json().path("items"))
                .extracting(task -> task.path("definitionKey").asText())
                .contains("approveRelease", "reactivateRelease");
    }

    @Test
    void fillsTheConfigurationDatabase() {
        assertThat(all("/api/configuration-items")).hasSizeGreaterThanOrEqualTo(64);
        assertThat(all("/api/configuration-items"))
                .extracting(item -> item.path("key").asText())
                .contains("payments-api");
    }

    @Test
    void registersTwentyChangesOfWhichTheSeventhTouchesThePaymentsApi() {
        List<JsonNode> changes = all("/api/changes");
        assertThat(changes).hasSize(20);
        JsonNode seventh = slipway.as("operator")
                .get("/api/changes/CHG-000007")
                .expect(200)
                .json();
        assertThat(seventh.path("status").asText()).isEqualTo("APPROVED");
        assertThat(seventh.path("configurationItems"))
                .extracting(JsonNode::asText)
                .contains("payments-api");
    }

    @Test
    void isSetUpOnceOnly() {
        int before = releases().size();
        assertThatCode(() -> demo.run(new DefaultApplicationArguments())).doesNotThrowAnyException();
        assertThat(releases()).hasSize(before);
    }

    @Test
    void namesPeopleInTheHistory() {
        Set<String> people = new TreeSet<>();
        slipway.as("auditor")
                .get("/api/releases/REL-000001/history")
                .expect(200)
                .json()
                .path("items")
                .forEach(line -> people.add(line.path("who").asText()));
        assertThat(people).contains("requester", "operator", "approver", "manager");
    }

    /** Somewhere below the lifecycle something waits that fits the status. */
    private boolean waiting(String number, ReleaseStatus status) {
        List<String> places = switch (status) {
            case REGISTERED -> List.of("planRelease");
            case PLANNED -> List.of("approveRelease");
            case APPROVED, REOPENED -> List.of("authoriseRelease");
            case IN_EXECUTION -> List.of("windowAwaited", "executeRelease");
            case EXECUTED -> List.of("testRelease", "extendRelease", "homologateRelease");
            case NOT_SOLVED -> List.of("carryOutBackoutStep", "authoriseRelease");
            case SOLVED -> List.of("closeRelease");
            case SUSPENDED -> List.of("reactivateRelease");
            default -> List.of();
        };
        return places.stream()
                .anyMatch(place -> runtime.createExecutionQuery()
                                .processInstanceBusinessKey(number)
                                .activityId(place)
                                .count()
                        > 0);
    }

    private List<JsonNode> releases() {
        return all("/api/releases");
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = slipway.as("auditor")
                    .get(path + "?limit=50" + (next == null ? "" : "&after=" + next))
                    .expect(200)
                    .json();
            page.path("items").forEach(items::add);
            next = page.path("next").isTextual() ? page.path("next").asText() : null;
        } while (next != null);
        return items;
    }
}
