package org.slipway.reporting.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** Who may do what, and who went against a rule. */
@SlipwayTest
@OnBothDatabases
class RightsReportTest {

    private static final String RIGHTS = "/api/audit/rights";
    private static final String OVERRIDES = "/api/audit/overrides";

    private final SlipwayClient slipway;
    private final SlipwayClient auditor;
    private final IdentityService identities;
    private final MovableClock clock;

    RightsReportTest(SlipwayClient slipway, IdentityService identities, MovableClock clock) {
        this.slipway = slipway;
        this.auditor = slipway.as("auditor");
        this.identities = identities;
        this.clock = clock;
    }

    @Test
    void tellsWhatAPersonMayDoAndWhichGroupsGiveIt() {
        String person = "jill" + UUID.randomUUID().toString().substring(0, 8);
        member(person, "operations", "release-managers", "process-owners");

        List<String> rights = new ArrayList<>();
        items(RIGHTS + "?limit=200&person=" + person)
                .forEach(right -> rights.add(right.path("operation").asText() + " "
                        + right.path("scope").asText() + " " + right.path("through")));

        assertThat(rights)
                .contains(
                        "EXECUTE * [\"operations\",\"release-managers\"]",
                        "APPROVE * [\"release-managers\"]",
                        "DEPLOY_MODELS * [\"process-owners\"]",
                        "MODIFY_INSTANCES * [\"process-owners\"]")
                .noneMatch(right -> right.matches("(AUDIT|ADMINISTER|MANAGE_RIGHTS) .*"))
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(items(RIGHTS + "?person=" + person).path(0).path("name").asText())
                .isEqualTo("=Jill Tester");
    }

    @Test
    void tellsWhoMayDoOneThing() {
        assertThat(people("APPROVE")).contains("approver", "manager").doesNotContain("operator", "auditor");
        assertThat(people("AUDIT")).contains("auditor", "admin").doesNotContain("manager");
        assertThat(people("ADMINISTER")).contains("admin").doesNotContain("modeler", "auditor");
        assertThat(people("DEPLOY_MODELS")).contains("admin", "modeler").doesNotContain("auditor", "operator");
        auditor.get(RIGHTS + "?operation=FLY").expectProblem(400, "operation-unknown");
    }

    @Test
    void findsPeopleByPartOfTheirName() {
        assertThat(items(RIGHTS + "?limit=200&text=PPROV").findValuesAsText("person"))
                .contains("approver")
                .doesNotContain("manager");
        assertThat(items(RIGHTS + "?text=100%25")).isEmpty();
    }

    /** Whoever had the right and lost it has it no more, from the next question on. */
    @Test
    void followsGroups() {
        String person = "joan" + UUID.randomUUID().toString().substring(0, 8);
        member(person, "approvers");
        assertThat(people("APPROVE")).contains(person);
        identities.deleteMembership(person, "approvers");
        assertThat(people("APPROVE")).doesNotContain(person);
    }

    @Test
    void comesInPagesThatMissNothing() {
        List<String> whole = rows("limit=200");
        assertThat(rows("limit=3")).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        auditor.get(RIGHTS + "?after=nonsense").expectProblem(400, "page-unknown");
        auditor.get(RIGHTS + "?after=!").expectProblem(400, "page-unknown");
    }

    @Test
    void comesAsCsvThatNoSpreadsheetRuns() {
        String person = "jack" + UUID.randomUUID().toString().substring(0, 8);
        member(person, "operations", "requesters");
        SlipwayClient.Answer byHeader = auditor.with("Accept", "text/csv")
                .get(RIGHTS + "?person=" + person)
                .expect(200);
        SlipwayClient.Answer byAddress =
                auditor.get(RIGHTS + "?format=csv&limit=1&person=" + person).expect(200);

        assertThat(byHeader.header("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(byAddress.text()).isEqualTo(byHeader.text());
        assertThat(byAddress.text().lines())
                .contains("\uFEFFperson,name,operation,scope,through")
                .contains(person + ",'=Jill Tester,EXECUTE,*,operations")
                .hasSizeGreaterThan(5);
        assertThat(items("/api/audit/journal?kind=EXPORT")
                        .path(0)
                        .path("subject")
                        .asText())
                .isEqualTo("rights");
    }

    @Test
    void tellsWhoWentAgainstARuleAndWhy() {
        clock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Instant begun = clock.instant();
        ReleaseStory release = early("=Everybody is ready");
        clock.advance(Duration.ofHours(1));
        release.executed().tested().homologated().accepted().reopened("DEPLOYMENT");

        JsonNode found = items(OVERRIDES + "?limit=200&from=" + begun);
        List<String> mine = new ArrayList<>();
        found.forEach(each -> {
            if (each.path("release").asText().equals(release.number())) {
                mine.add(each.path("rule").asText() + " " + each.path("person").asText() + " "
                        + each.path("name").asText() + " " + each.path("cycle").asInt());
            }
        });
        assertThat(mine).containsExactly("REOPENING manager manager Tester 2", "EARLY_START manager manager Tester 1");
        JsonNode early =
                items(OVERRIDES + "?rule=EARLY_START&limit=1&from=" + begun).path(0);
        assertThat(early.path("justification").asText()).isEqualTo("=Everybody is ready");
        assertThat(items(OVERRIDES + "?person=operator&from=" + begun)).isEmpty();
        assertThat(items(OVERRIDES + "?rule=EARLY_START&to=" + begun).findValuesAsText("release"))
                .doesNotContain(release.number());
        assertThat(auditor.get(OVERRIDES + "?format=csv&from=" + begun)
                        .expect(200)
                        .text())
                .contains(release.number() + ",", "manager,manager Tester,EARLY_START,'=Everybody is ready");
        auditor.get(OVERRIDES + "?rule=NONE").expect(400);
    }

    /** All at the same moment, which is where pages go wrong. */
    @Test
    void pagesThroughOverridesOfOneMoment() {
        clock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        for (int i = 0; i < 3; i++) {
            early("Reason " + i).executed().tested().homologated().accepted().reopened("DEPLOYMENT");
        }
        String query = OVERRIDES + "?from=" + clock.instant();
        List<String> whole = items(query + "&limit=200").findValuesAsText("id");
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = auditor.get(query + "&limit=1" + after).expect(200).json();
            paged.addAll(page.path("items").findValuesAsText("id"));
            after = "&after=" + page.path("next").asText("");
        } while (!after.equals("&after="));
        assertThat(whole).hasSize(6);
        assertThat(paged).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "operator", "approver", "manager", "modeler"})
    void isOnlyForThoseWhoAuditOrGrantRights(String person) {
        slipway.as(person).get(RIGHTS).expectProblem(403, "operation-not-allowed");
        slipway.as(person).get(OVERRIDES).expectProblem(403, "operation-not-allowed");
        slipway.as(person).with("Accept", "text/csv").get(RIGHTS).expectProblem(403, "operation-not-allowed");
    }

    private ReleaseStory early(String reason) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        Instant now = clock.instant();
        registration.put("planning", ReleaseStory.window(now, Duration.ofHours(8)));
        registration.put("deployment", ReleaseStory.window(now.plus(9, ChronoUnit.HOURS), Duration.ofHours(8)));
        ReleaseStory release = ReleaseStory.registered(slipway, registration)
                .planned()
                .approved()
                .authorised();
        release.post("manager", "early-start", Map.of("reason", reason)).expect(200);
        return release;
    }

    private List<String> people(String operation) {
        return items(RIGHTS + "?limit=200&operation=" + operation).findValuesAsText("person");
    }

    private List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    auditor.get(RIGHTS + "?" + query + after).expect(200).json();
            page.path("items")
                    .forEach(right -> rows.add(right.path("person").asText() + " "
                            + right.path("operation").asText() + " "
                            + right.path("scope").asText()));
            after = "&after=" + page.path("next").asText("");
        } while (!after.equals("&after="));
        return rows;
    }

    private JsonNode items(String path) {
        return auditor.get(path).expect(200).json().path("items");
    }

    private void member(String person, String... groups) {
        User user = identities.newUser(person);
        user.setFirstName("=Jill");
        user.setLastName("Tester");
        user.setPassword(SlipwayClient.PASSWORD);
        identities.saveUser(user);
        for (String group : groups) {
            identities.createMembership(person, group);
        }
    }
}
