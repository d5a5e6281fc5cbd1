package org.slipway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;

/** Grants to the group of process owners, who otherwise may do nothing, and takes it back. */
@SlipwayTest
@OnBothDatabases
class GroupRightsTest {

    private final SlipwayClient slipway;
    private final SlipwayClient administrator;
    private final IdentityService identities;

    GroupRightsTest(SlipwayClient slipway, IdentityService identities) {
        this.slipway = slipway;
        this.identities = identities;
        this.administrator = slipway.as("admin");
    }

    @AfterEach
    void takeBack() {
        grant("process-owners", "*").expect(200);
        grant("process-owners", "standard").expect(200);
    }

    @Test
    void letsAGroupDoAtOnceWhatItIsGranted() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("requester", "requester");
        slipway.as("modeler").post("/api/releases", registration).expectProblem(403, "operation-not-allowed");

        grant("process-owners", "standard", "REGISTER").expect(200);
        slipway.as("modeler").post("/api/releases", registration).expect(201);
        assertThat(slipway.as("modeler").get("/api/me").json().path("operations"))
                .extracting(JsonNode::asText)
                .containsExactly("REGISTER");

        grant("process-owners", "standard").expect(200);
        slipway.as("modeler")
                .post("/api/releases", ReleaseStory.registration(slipway))
                .expectProblem(403, "operation-not-allowed");
    }

    @Test
    void showsTheRightsOfEveryGroupPageByPage() {
        grant("process-owners", "standard", "SUSPEND", "EDIT").expect(200);

        List<String> seen = new ArrayList<>();
        String path = "/api/rights?limit=2";
        for (String next = path; next != null; ) {
            JsonNode page = administrator.get(next).expect(200).json();
            page.path("items")
                    .forEach(right -> seen.add(right.path("group").asText() + "/"
                            + right.path("model").asText()));
            next = page.path("next").isNull()
                    ? null
                    : path + "&after=" + page.path("next").asText();
        }

        assertThat(seen).doesNotHaveDuplicates().contains("process-owners/standard", "camunda-admin/*", "requesters/*");
        JsonNode granted =
                administrator.get("/api/rights?group=process-owners").json().path("items");
        assertThat(granted).hasSize(1);
        assertThat(granted.path(0).path("operations"))
                .extracting(JsonNode::asText)
                .containsExactly("EDIT", "SUSPEND");
    }

    @Test
    void showsWithEachGroupWhatItMayToThoseWhoCanChangeIt() {
        grant("process-owners", "standard", "SUSPEND").expect(200);
        String path = "/api/groups?text=process-owners";
        assertThat(administrator
                        .get(path)
                        .json()
                        .at("/items/0/rights/standard/0")
                        .asText())
                .isEqualTo("SUSPEND");
        assertThat(slipway.as("manager").get(path).json().at("/items/0").has("rights"))
                .isFalse();
    }

    @Test
    void makesNotificationsMandatoryForWhatAGroupExecutes() {
        Map<String, Object> said = Map.of("onCreation", false, "onClosing", false, "onOtherActions", true);
        Map<String, Object> closing =
                Map.of("group", "operations", "onCreation", false, "onClosing", true, "onOtherActions", false);
        String path = "/api/groups/notifications";
        slipway.as("manager").put(path, closing).expectProblem(403, "operation-not-allowed");
        administrator.put(path, with(closing, "group", "nobodies")).expectProblem(400, "group-unknown", "group");
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("notifications", said);
        ReleaseStory before = ReleaseStory.registered(slipway, registration);
        assertThat(before.record().at("/notifications/onClosing").asBoolean()).isFalse();
        try {
            administrator.with("If-Match", "\"none\"").put(path, closing).expect(200);
            administrator.with("If-Match", "\"none\"").put(path, closing).expectProblem(409, "concurrent-change");

            registration.put("changes", List.of(ReleaseStory.change(slipway)));
            ReleaseStory release = ReleaseStory.registered(slipway, registration);
            slipway.as("manager")
                    .patch(before.path(), Map.of("notifications", said))
                    .expect(200);

            for (ReleaseStory each : List.of(release, before)) {
                JsonNode told = each.record().path("notifications");
                assertThat(told.path("onCreation").asBoolean()).isFalse();
                assertThat(told.path("onClosing").asBoolean()).isTrue();
            }
            assertThat(slipway.as("requester")
                            .get("/api/groups?text=operations")
                            .json()
                            .at("/items/0/notifications/onClosing")
                            .asBoolean())
                    .isTrue();
        } finally {
            administrator.put(path, with(closing, "onClosing", false)).expect(200);
        }
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    @Test
    void listsMoreGroupsThanFitOnAPage() {
        List<String> crowd =
                IntStream.range(100, 230).mapToObj(each -> "crowd-" + each).toList();
        try {
            crowd.forEach(each -> identities.saveGroup(identities.newGroup(each)));

            JsonNode first = slipway.as("manager").get("/api/groups?text=CROWD").json();
            String next = first.path("next").asText();
            JsonNode second = slipway.as("manager")
                    .get("/api/groups?text=CROWD&after=" + next)
                    .json();

            assertThat(ids(first)).isEqualTo(crowd.subList(0, 100));
            assertThat(ids(second)).isEqualTo(crowd.subList(100, 130));
            assertThat(second.path("next").isNull()).isTrue();
        } finally {
            crowd.forEach(identities::deleteGroup);
        }
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsText("id");
    }

    @Test
    void refusesWhoHasNotSeenWhatIsGrantedNow() {
        SlipwayClient seenWithoutAny = administrator.with("If-Match", "\"none\"");
        seenWithoutAny
                .put("/api/rights", Map.of("group", "process-owners", "model", "*", "operations", List.of("EDIT")))
                .expect(200);
        seenWithoutAny
                .put("/api/rights", Map.of("group", "process-owners", "model", "*", "operations", List.of("SUSPEND")))
                .expectProblem(409, "concurrent-change");
        String now = administrator
                .get("/api/rights?group=process-owners")
                .json()
                .at("/items/0/revision")
                .asText();
        administrator
                .with("If-Match", "\"" + now + "\"")
                .put("/api/rights", Map.of("group", "process-owners", "model", "*", "operations", List.of("SUSPEND")))
                .expect(200);
    }

    @Test
    void isForAdministratorsOnly() {
        slipway.as("manager").get("/api/rights").expectProblem(403, "operation-not-allowed");
        slipway.as("manager")
                .put("/api/rights", Map.of("group", "release-managers", "model", "*", "operations", List.of()))
                .expectProblem(403, "operation-not-allowed");
    }

    @Test
    void neverLetsTheLastAdministratorShutHimselfOut() {
        grant("camunda-admin", "*").expectProblem(409, "rights-administrator-needed");
        grant("process-owners", "*", "MANAGE_RIGHTS").expect(200);
        grant("camunda-admin", "*").expectProblem(409, "rights-administrator-needed");
    }

    @ParameterizedTest
    @CsvSource({
        "nobodies, *, EDIT, 400, group-unknown, group",
        "process-owners, no-such-model, EDIT, 400, model-unknown, model",
        "process-owners, standard, MANAGE_CMDB, 422, right-not-per-model, operations"
    })
    void refusesWhatCannotBeGrantedNamingTheField(
            String group, String model, String operation, int status, String code, String field) {
        assertThat(grant(group, model, operation)
                        .expectProblem(status, code)
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo(field);
    }

    private Answer grant(String group, String model, String... operations) {
        return administrator.put(
                "/api/rights", Map.of("group", group, "model", model, "operations", List.of(operations)));
    }
}
