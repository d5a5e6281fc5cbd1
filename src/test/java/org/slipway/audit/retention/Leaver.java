package org.slipway.audit.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

/** Somebody with a name of his own who has a hand in everything, and leaves one day. */
final class Leaver {

    private static final String DOCUMENT = "--cut\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nLEGAL\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nabc\r\n--cut--\r\n";

    private final SlipwayClient slipway;
    private final IdentityService identities;
    private final String id = "zora-" + UUID.randomUUID().toString().substring(0, 8);

    Leaver(SlipwayClient slipway, IdentityService identities, String... groups) {
        this.slipway = slipway;
        this.identities = identities;
        User user = identities.newUser(id);
        user.setFirstName("Zora");
        user.setLastName(id.toUpperCase());
        user.setEmail(id + "@example.org");
        user.setPassword(SlipwayClient.PASSWORD);
        identities.saveUser(user);
        for (String group : groups) {
            identities.createMembership(id, group);
        }
    }

    String id() {
        return id;
    }

    /** Closes the account. */
    void leaves() {
        identities.deleteUser(id);
    }

    /** Asks for a release, and accepts it in the end. */
    ReleaseStory asksForARelease() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("requester", id);
        registration.put("contact", Map.of("name", "Zora " + id, "email", id + "@example.org", "note", "Ask " + id));
        String number = self().post("/api/releases", registration)
                .expect(201)
                .json()
                .path("number")
                .asText();
        ReleaseStory release = ReleaseStory.of(slipway, number).planned().approved();
        release.complete(id, "authoriseRelease", Map.of("decision", "GO")).expect(200);
        release.executed().tested().homologated();
        release.complete(id, "closeRelease", Map.of("accepted", true)).expect(200);
        return release;
    }

    /** Does for somebody else's release whatever can be done for it, and approves its plan. */
    ReleaseStory worksOn(ReleaseStory release) {
        String path = release.path();
        String item = "item-" + UUID.randomUUID();
        slipway.as("manager")
                .post("/api/tasks/" + release.task("planRelease") + "/delegation", Map.of("user", id))
                .expect(200);
        slipway.as("operator")
                .post(path + "/links/roles", Map.of("person", id, "role", "Pilot"))
                .expect(201);
        self().post(
                        "/api/configuration-items",
                        Map.of("key", item, "name", "An item", "class", "Host", "status", "ACTIVATED", "owner", id))
                .expect(201);
        self().post("/api/baselines", Map.of("name", item, "configurationItems", List.of(item)))
                .expect(201);
        self().post(path + "/links/configuration-items", Map.of("key", item)).expect(201);
        self().post(path + "/followers", Map.of()).expect(200);
        self().post(path + "/activities", activity()).expect(201);
        String activity = release.task("carryOutActivity");
        self().post("/api/tasks/" + activity + "/claim").expect(200);
        self().put("/api/tasks/" + activity + "/draft", Map.of("executionRecord", "Begun"))
                .expect(204);
        slipway.as("manager").delete("/api/tasks/" + activity + "/claim");
        self().post("/api/tasks/" + activity + "/completion", Map.of("minutesSpent", 5))
                .expect(200);
        String checklist = self().post(path + "/checklists", Map.of("questionnaire", "build-information"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        self().put(path + "/checklists/" + checklist + "/answers", Map.of("answers", Map.of(), "draft", true))
                .expect(200);
        self().with("Content-Type", "multipart/form-data; boundary=cut")
                .post(path + "/links/documents", DOCUMENT)
                .expect(201);
        release.planned();
        self().post("/api/tasks/" + release.task("approveRelease") + "/completion", Map.of("decision", "APPROVED"))
                .expect(200);
        return release;
    }

    /** Makes himself at home. */
    void settlesIn() {
        self().put("/api/preferences/worklist-columns", Map.of("value", "number"))
                .expect(204);
        self().post("/api/searches", search("Mine " + UUID.randomUUID(), false)).expect(201);
        self().with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/searches", search("Ours " + UUID.randomUUID(), true))
                .expect(201);
        slipway.as("manager")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/searches", search("Theirs " + UUID.randomUUID(), true))
                .expect(201);
        self().post("/api/exports", Map.of("format", "CSV")).expect(202);
    }

    private SlipwayClient self() {
        return slipway.as(id);
    }

    private Map<String, Object> search(String name, boolean shared) {
        return Map.of("name", name, "shared", shared, "question", Map.of("requester", id));
    }

    private static Map<String, Object> activity() {
        return Map.of(
                "title",
                "Copy tables",
                "due",
                Instant.now().plus(Duration.ofHours(4)).toString(),
                "estimatedMinutes",
                60);
    }
}
