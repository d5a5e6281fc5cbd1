package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The page of one release, before any script has run. */
@SlipwayTest
class RecordPageTest {

    private final SlipwayClient slipway;

    RecordPageTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void drawsTheWayBehindAndAheadAndRestsWhereItWasSuspended() {
        ReleaseStory release =
                ReleaseStory.registered(slipway).planned().approved().suspended();

        Document page = page("manager", release);

        assertThat(page.select(".sw-stage-BEHIND .sw-stage-name").eachText()).containsExactly("Registered", "Planned");
        assertThat(page.select("[aria-current=step]").text())
                .startsWith("Approved")
                .endsWith("suspended once");
        assertThat(page.select(".sw-stage-AHEAD .sw-stage-name").eachText())
                .containsExactly("In execution", "Executed", "Solved", "Closed", "Concluded");
        assertThat(page.select(".sw-record-facts .sw-status").text()).isEqualTo("Suspended");
    }

    @Test
    void beginsAnewAfterAReopeningAndKeepsTheWayOfTheCycleBefore() {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled().reopened("PLANNING");

        Document page = page("manager", release);

        assertThat(page.select(".sw-earlier-stages .sw-status").eachText()).containsExactly("Registered", "Cancelled");
        assertThat(page.select(".sw-stage-name").eachText()).startsWith("Reopened", "Planned", "Approved");
    }

    @Test
    void offersEachReaderWhatHeMayDo() {
        ReleaseStory release = ReleaseStory.registered(slipway);

        assertThat(actions(page("manager", release))).contains("SUSPEND", "CANCEL", "FOLLOW");
        assertThat(actions(page("auditor", release))).doesNotContain("SUSPEND", "CANCEL");
        assertThat(page("operator", release)
                        .select(".sw-record-actions a.btn-primary")
                        .text())
                .isEqualTo("Plan release");
    }

    @Test
    void offersTheAuditPackToThoseWhoAuditOrManage() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String pack = "a[href=" + release.path() + "/audit-pack]";

        assertThat(page("auditor", release).select(pack).text()).isEqualTo("Audit pack");
        assertThat(page("manager", release).select(pack)).hasSize(1);
        assertThat(page("requester", release).select(pack)).isEmpty();
    }

    @Test
    void offersToAttachDocumentsToThoseWhoHaveAPartInIt() {
        ReleaseStory release = ReleaseStory.registered(slipway);

        assertThat(documents("operator", release).select("[data-attach]")).hasSize(1);
        assertThat(documents("auditor", release).select("[data-attach]")).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchRelease() {
        assertThat(slipway.as("manager")
                        .with("Accept", "text/html")
                        .get("/releases/REL-999999")
                        .expect(404)
                        .text())
                .contains("sw-gate-card");
    }

    private static Iterable<String> actions(Document page) {
        return page.select(".sw-record-actions [data-sw-action]").eachAttr("data-sw-action");
    }

    private Document page(String person, ReleaseStory release) {
        return page(person, "/releases/" + release.number());
    }

    private Document documents(String person, ReleaseStory release) {
        return page(person, "/releases/" + release.number() + "?tab=documents");
    }

    private Document page(String person, String path) {
        return Jsoup.parse(slipway.as(person)
                .with("Accept", "text/html")
                .get(path)
                .expect(200)
                .text());
    }
}
