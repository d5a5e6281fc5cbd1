package org.slipway.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slipway.link.record.PurchaseItemStatus;
import org.slipway.link.record.RecordKind;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** What a release refers to in other tools, and what that means to it. */
@SlipwayTest
@OnBothDatabases
class RecordLinksTest {

    private final SlipwayClient slipway;
    private final SlipwayClient operator;
    private final SlipwayClient requester;
    private final SlipwayClient auditor;

    /** A number that no other test has. */
    private final String number = "L" + UUID.randomUUID().toString().substring(0, 8);

    RecordLinksTest(SlipwayClient slipway) {
        this.slipway = slipway;
        this.operator = slipway.as("operator");
        this.requester = slipway.as("requester");
        this.auditor = slipway.as("auditor");
    }

    @ParameterizedTest
    @EnumSource
    void linksARecordOnceAndUnlinksItAndTellsTheHistory(RecordKind kind) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String links = release.path() + "/links/" + kind.path();
        register(kind, number + "/a");

        JsonNode linked = requester
                .post(links, Map.of("number", number + "/a"))
                .expect(201)
                .json();

        assertThat(linked.path("title").asText()).isEqualTo("Something");
        assertThat(numbers(release, kind)).containsExactly(number + "/a");
        JsonNode twice = requester
                .post(links, Map.of("number", number + "/a"))
                .expectProblem(409, "already-linked")
                .json();
        assertThat(twice.path("field").asText()).isEqualTo("number");
        auditor.as("modeler").post(links, Map.of("number", number + "/a")).expectProblem(403, "operation-not-allowed");
        auditor.as("modeler").delete(links + "/" + number + "%2Fa").expectProblem(403, "operation-not-allowed");

        requester.delete(links + "/" + number + "%2Fa").expect(204);
        requester.delete(links + "?number=" + number + "/a").expectProblem(404, "link-unknown");
        assertThat(numbers(release, kind)).isEmpty();
        assertThat(told(release))
                .containsSubsequence(kind.path() + ": + " + number + "/a", kind.path() + ": − " + number + "/a");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheFieldOfARecordThatIsUnknown(RecordKind kind) {
        JsonNode problem = requester
                .post(ReleaseStory.registered(slipway).path() + "/links/" + kind.path(), Map.of("number", number))
                .expectProblem(400, kind.unknown())
                .json();

        assertThat(problem.path("field").asText()).isEqualTo("number");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROBLEMS", "KNOWLEDGE", "PROJECTS"})
    void registersAProblemAnArticleOrAProjectThatIsNewWhileLinkingIt(RecordKind kind) {
        ReleaseStory release = ReleaseStory.registered(slipway);

        requester
                .post(
                        release.path() + "/links/" + kind.path(),
                        Map.of("number", number, "title", "New", "status", "OPEN"))
                .expect(201);

        assertThat(numbers(release, kind)).containsExactly(number);
        assertThat(auditor.get("/api/" + kind.path() + "/" + number)
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("OPEN");
        requester
                .post(
                        ReleaseStory.registered(slipway).path() + "/links/" + kind.path(),
                        Map.of("number", number, "title", "Another title"))
                .expect(201);
        assertThat(auditor.get("/api/" + kind.path() + "/" + number)
                        .json()
                        .path("title")
                        .asText())
                .as("linking brings nothing up to date")
                .isEqualTo("New");
    }

    @ParameterizedTest
    @EnumSource(names = {"TICKETS", "PURCHASES"})
    void linksOnlyATicketOrAPurchaseThatExists(RecordKind kind) {
        requester
                .post(
                        ReleaseStory.registered(slipway).path() + "/links/" + kind.path(),
                        Map.of("number", number, "title", "New"))
                .expectProblem(400, kind.unknown());

        auditor.get("/api/" + kind.path() + "/" + number).expectProblem(404, kind.unknown());
    }

    @Test
    void asksNoProblemForAStatus() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        for (String status : List.of("REGISTERED", "IN_PROGRESS", "CONCLUDED", "CANCELLED")) {
            operator.post("/api/problems", Map.of("number", number + status, "title", "x", "status", status))
                    .expect(201);
            requester
                    .post(release.path() + "/links/problems", Map.of("number", number + status))
                    .expect(201);
        }
    }

    @Test
    void editsLinksAsLongAsTheReleaseLives() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        String problems = release.path() + "/links/problems";
        operator.post(problems, Map.of("number", number, "title", "Found on the way"))
                .expect(201);

        release.concluded();

        operator.delete(problems + "/" + number).expectProblem(409, "release-ended");
        operator.post(problems, Map.of("number", number + "2", "title", "Too late"))
                .expectProblem(409, "release-ended");
        assertThat(numbers(release, RecordKind.PROBLEMS)).containsExactly(number);
    }

    @ParameterizedTest
    @EnumSource
    void linksAPurchaseOnlyWhileItsItemIsOnItsWay(PurchaseItemStatus status) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        purchase(number, "APPROVED", status.name());
        SlipwayClient.Answer answer = requester.post(release.path() + "/links/purchases", Map.of("number", number));

        if (List.of(
                        "AWAITING_QUOTATION",
                        "AWAITING_QUOTATION_APPROVAL",
                        "AWAITING_ORDER",
                        "AWAITING_DELIVERY",
                        "AWAITING_INSPECTION",
                        "AWAITING_WARRANTY_INSPECTION",
                        "IN_QUOTATION")
                .contains(status.name())) {
            answer.expect(201);
        } else {
            answer.expectProblem(422, "purchase-not-linkable");
        }
    }

    @Test
    void anOpenPurchaseHoldsEveryStepForward() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        purchase(number, "APPROVED", "AWAITING_DELIVERY");
        requester
                .post(release.path() + "/links/purchases", Map.of("number", number))
                .expect(201);

        refused(release, "operator", "planRelease", Map.of());
        settled(release::planned);
        refused(release, "approver", "approveRelease", Map.of("decision", "APPROVED"));
        settled(release::approved);
        refused(release, "requester", "authoriseRelease", Map.of("decision", "GO"));
        settled(release::authorised);
        refused(release, "operator", "executeRelease", Map.of("outcome", "SOLVED"));
        settled(release::executed);
        refused(release, "operator", "testRelease", Map.of("outcome", "SOLVED"));
        settled(release::tested);
        refused(release, "approver", "homologateRelease", ReleaseStory.solution());
        settled(release::homologated);
        refused(release, "requester", "closeRelease", Map.of("accepted", true));
        purchase(number, "CONCLUDED", "CONCLUDED");
        release.accepted();

        assertThat(release.status()).isEqualTo("CONCLUDED");
    }

    @Test
    void anOpenPurchaseHoldsNoStepBack() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        purchase(number, "APPROVED", "AWAITING_DELIVERY");
        operator.post(release.path() + "/links/purchases", Map.of("number", number))
                .expect(201);

        release.complete(
                        "operator",
                        "executeRelease",
                        Map.of("outcome", "NOT_SOLVED", "executionRecord", "Did not start"))
                .expect(200);
        assertThat(release.status()).isEqualTo("NOT_SOLVED");
        release.complete("requester", "authoriseRelease", Map.of("decision", "NO_GO"))
                .expect(200);
        assertThat(release.status()).isEqualTo("REGISTERED");
        release.suspended().reactivated().cancelled();
        assertThat(release.status()).isEqualTo("CANCELLED");
    }

    @Test
    void aPurchaseThatIsUnlinkedHoldsNothing() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        purchase(number, "APPROVED", "AWAITING_ORDER");
        requester
                .post(release.path() + "/links/purchases", Map.of("number", number))
                .expect(201);
        refused(release, "operator", "planRelease", Map.of());

        requester.delete(release.path() + "/links/purchases/" + number).expect(204);

        release.planned();
    }

    private void refused(ReleaseStory release, String person, String task, Map<String, ?> answers) {
        String before = release.status();
        JsonNode problem = release.complete(person, task, answers)
                .expectProblem(422, "purchase-open")
                .json();
        assertThat(problem.path("detail").asText()).contains(number);
        assertThat(release.status()).isEqualTo(before);
    }

    /** The purchase is closed for the time of a step. */
    private void settled(Runnable step) {
        purchase(number, "CLOSED", "CONCLUDED");
        step.run();
        purchase(number, "APPROVED", "AWAITING_DELIVERY");
    }

    private void register(RecordKind kind, String named) {
        if (kind == RecordKind.PURCHASES) {
            purchase(named, "APPROVED", "AWAITING_ORDER");
        } else {
            operator.post("/api/" + kind.path(), Map.of("number", named, "title", "Something"))
                    .expect(201);
        }
    }

    private void purchase(String named, String status, String itemStatus) {
        int answered = operator.post(
                        "/api/purchases",
                        Map.of("number", named, "title", "Something", "status", status, "itemStatus", itemStatus))
                .status();
        assertThat(answered).isIn(200, 201);
    }

    private List<String> numbers(ReleaseStory release, RecordKind kind) {
        return auditor.get(release.path() + "/links/" + kind.path())
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("number");
    }

    private List<String> told(ReleaseStory release) {
        List<String> told = new ArrayList<>();
        auditor.get(release.path() + "/history")
                .json()
                .path("items")
                .forEach(line -> told.add(line.path("text").asText()));
        return told;
    }
}
