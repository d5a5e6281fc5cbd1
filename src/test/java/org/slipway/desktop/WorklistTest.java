package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The list of releases as a browser gets it, and what it remembers for a person. */
@SlipwayTest
@OnBothDatabases
class WorklistTest {

    private static final String COLUMNS = "/api/preferences/worklist-columns";

    private final SlipwayClient slipway;

    WorklistTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @AfterEach
    void asAtFirst() {
        slipway.as("manager").delete(COLUMNS).expect(204);
    }

    @Test
    void offersInEachRowWhatThePersonMayDo() {
        ReleaseStory release = ReleaseStory.registered(slipway);

        assertThat(menu("manager", release)).contains("SUSPEND", "CANCEL", "SHARE", "FOLLOW");
        assertThat(menu("auditor", release)).containsExactly("FOLLOW");
        assertThat(row("manager", release).select("a[href*=tab]").eachText()).containsExactly("Documents", "History");
    }

    @Test
    void offersThatATaskOfOnesGroupIsCaptured() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String task = release.task("planRelease");

        assertThat(row("operator", release).select("[data-claim]").eachAttr("data-claim"))
                .containsExactly(task);
        assertThat(row("auditor", release).select("[data-claim]")).isEmpty();

        slipway.as("operator").post("/api/tasks/" + task + "/claim").expect(200);

        assertThat(row("operator", release).select("[data-claim]")).isEmpty();
        assertThat(row("operator", release).select("a[href$=" + task + "]").text())
                .isEqualTo("Start/Run task");
    }

    @Test
    void showsTheColumnsThatThePersonHasChosen() {
        slipway.as("manager")
                .put(COLUMNS, "{\"value\": \"number,deadline,model\"}")
                .expect(204);

        assertThat(headers("manager")).containsExactly("Release", "Deadline", "Model", "Actions");
        assertThat(headers("operator")).contains("Status", "Requester", "Shared with");

        slipway.as("manager")
                .put(COLUMNS, "{\"value\": \"number,model,status\"}")
                .expect(204);
        assertThat(headers("manager")).containsExactly("Release", "Model", "Status", "Actions");
        assertThat(page("manager", "/releases")
                        .select("[data-columns-list] input")
                        .eachAttr("value"))
                .startsWith("number", "model", "status", "phase")
                .hasSize(15);
    }

    @Test
    void remembersNothingElse() {
        slipway.as("manager")
                .put("/api/preferences/anything", "{\"value\": \"x\"}")
                .expectProblem(400, "preference-unknown");
        slipway.as("manager").put(COLUMNS, "{\"value\": \"<b>\"}").expectProblem(400, "preference-malformed");
    }

    @Test
    void tellsEachFilterInWordsWithTheListWithoutIt() {
        String asked = "/releases?open=true&status=REGISTERED&status=PLANNED&requester=requester&model=standard"
                + "&executorGroup=operations&location=head-office&category=Shop&follower=ME&task=a&task=b&openedTo=2026-11-20T12:00:00Z";

        Document list = page("manager", asked);

        assertThat(list.select(".sw-active-filters .sw-chip").eachText())
                .containsExactly(
                        "Status Registered",
                        "Status Planned",
                        "Executor group " + group("operations"),
                        "Requester requester Tester",
                        "Followed by you",
                        "Physical location Head office",
                        "Model " + model(),
                        "Category of the model Shop",
                        "Created to Nov 20, 2026",
                        "Tasks 2");
        assertThat(list.expectFirst(".sw-active-filters a").attr("href"))
                .contains("status=PLANNED", "requester=requester", "follower=ME")
                .doesNotContain("status=REGISTERED");
        assertThat(list.select("form [name=task]").eachAttr("value")).containsExactly("a", "b");
        assertThat(list.select("form [name=follower]").eachAttr("value")).containsExactly("ME");
    }

    @Test
    void isAskedAgainAtTheSameAddressHoweverManyRowsAreShown() {
        ReleaseStory.registered(slipway);
        SlipwayClient htmx = slipway.as("manager").with("HX-Request", "true");

        Document list = Jsoup.parse(
                htmx.get("/releases?open=true&limit=50&limit=100").expect(200).text());

        assertThat(list.select("#releases").attr("hx-get")).isEqualTo("/releases?open=true");
    }

    @Test
    void answersHtmxWithTheListAloneAndThenWithMoreRows() {
        ReleaseStory.registered(slipway);
        ReleaseStory.registered(slipway);
        SlipwayClient htmx = slipway.as("manager").with("HX-Request", "true");

        Document list =
                Jsoup.parse(htmx.get("/releases?open=true&limit=1").expect(200).text());
        String more = list.select("tr.sw-more a").attr("hx-get");
        String rows = htmx.get(more).expect(200).text();

        assertThat(list.select("nav")).isEmpty();
        assertThat(list.select("tbody tr[id]")).hasSize(1);
        assertThat(rows.strip())
                .startsWith("<tr")
                .doesNotContain(list.select("tbody tr[id]").attr("id"));
    }

    @Test
    void keepsHarmlessWhatPeopleWrite() {
        String title = "<script>alert(1)</script> \u202Eabc 🚀 ${7*7}";
        Map<String, Object> registration = new HashMap<>(ReleaseStory.registration(slipway));
        registration.put("title", title);
        String number = ReleaseStory.registered(slipway, registration).number();

        Document list = page("manager", "/releases?text=" + number);

        assertThat(list.select("tbody script")).isEmpty();
        assertThat(list.select("tbody a.sw-title-link").text()).isEqualTo(title);
    }

    private String group(String id) {
        JsonNode groups = slipway.as("manager").get("/api/groups").json().path("items");
        for (JsonNode group : groups) {
            if (group.path("id").asText().equals(id)) {
                return group.path("name").asText();
            }
        }
        throw new AssertionError(groups);
    }

    private String model() {
        return slipway.as("manager")
                .get("/api/portfolios/general/models/standard")
                .json()
                .path("name")
                .asText();
    }

    private List<String> menu(String person, ReleaseStory release) {
        return row(person, release).select("[data-sw-action]").eachAttr("data-sw-action");
    }

    private Element row(String person, ReleaseStory release) {
        return page(person, "/releases?text=" + release.number()).expectFirst("tr[id=" + release.number() + "]");
    }

    private List<String> headers(String person) {
        ReleaseStory.registered(slipway);
        return page(person, "/releases").select("thead th").eachText();
    }

    private Document page(String person, String path) {
        return Jsoup.parse(slipway.as(person)
                .with("Accept", "text/html")
                .get(path)
                .expect(200)
                .text());
    }
}
