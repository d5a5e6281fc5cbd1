package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The board and the calendar as a browser gets them. */
@SlipwayTest
class BoardPagesTest {

    private final SlipwayClient slipway;
    private final ReleaseStory release;

    BoardPagesTest(SlipwayClient slipway) {
        this.slipway = slipway;
        this.release = ReleaseStory.registered(slipway);
    }

    @Test
    void offerOnTheBoardOnlyTheMovesThatAreThePersons() {
        plan("Copy tables");
        String board = "/board?release=" + release.number();

        Element offered = page("operator", board).expectFirst("[data-column=TODO] .board-card");
        assertThat(offered.text()).contains("Copy tables", release.number(), "Operations", "1 h", "Due in 3 h");
        assertThat(offered.select("[data-to]").eachAttr("data-to")).containsExactly("DOING", "DONE");
        assertThat(page("auditor", board).select("[data-to], [data-movable]")).isEmpty();

        slipway.as("operator")
                .post("/api/tasks/" + offered.attr("data-task") + "/claim")
                .expect(200);
        assertThat(page("operator", "/board/cards/" + offered.attr("data-card"))
                        .select(".board-card")
                        .attr("data-stands"))
                .isEqualTo("DOING");
        assertThat(page("operator", board + "&phase=DEPLOYMENT").select(".board-card"))
                .isEmpty();
        assertThat(page("operator", board + "&mine=true&group=operations&phase=PLANNING")
                        .select("[data-column=DOING] [data-to]")
                        .eachAttr("data-to"))
                .containsExactly("TODO", "DONE");
    }

    @Test
    void layWindowsOutOverTheDaysOfTheReader() {
        String windows = "/calendar?view=week&text=" + release.number();

        Element deployment = page("requester", windows).expectFirst(".cal-bar[data-kind=DEPLOYMENT]");
        assertThat(deployment.attr("aria-label"))
                .contains("Deployment window", "Payments 4.2", release.number(), "Registered");
        assertThat(deployment.attr("draggable")).isEqualTo("true");
        assertThat(page("auditor", windows).select("[draggable=true]")).isEmpty();
        assertThat(page("auditor", windows).select(".cal-today time").eachText())
                .containsExactly(String.valueOf(LocalDate.now(ZoneOffset.UTC).getDayOfMonth()));
        assertThat(page("auditor", "/calendar/releases/" + release.number()).select("fieldset[disabled]"))
                .hasSize(2);
        assertThat(page("requester", windows + "&date=2026-01-01").select(".cal-none"))
                .isNotEmpty();
        assertThat(page("requester", "/calendar?view=timeline&date=2026-01-01&text=" + release.number())
                        .select(".sw-empty"))
                .isNotEmpty();
    }

    private void plan(String title) {
        slipway.as("operator")
                .post(
                        release.path() + "/activities",
                        Map.of(
                                "title",
                                title,
                                "due",
                                Instant.now().plus(Duration.ofHours(4)).toString(),
                                "estimatedMinutes",
                                60))
                .expect(201);
    }

    private Document page(String person, String path) {
        return Jsoup.parse(slipway.as(person)
                .with("Accept", "text/html")
                .with("Accept-Language", "en")
                .get(path)
                .expect(200)
                .text());
    }
}
