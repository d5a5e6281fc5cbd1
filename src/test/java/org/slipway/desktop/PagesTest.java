package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The pages as a browser gets them, before any script has run. */
@SlipwayTest
class PagesTest {

    private final SlipwayClient slipway;

    PagesTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void beginWithTheTasksThatWaitForThePerson() {
        ReleaseStory release = ReleaseStory.registered(slipway);

        assertThat(page("operator", "/").select("tbody tr").eachText())
                .anyMatch(row -> row.contains(release.number()) && row.contains("Plan release"));
        assertThat(page("auditor", "/").select(".sw-empty").text()).startsWith("Nothing waits for you");
    }

    @Test
    void listReleasesAsTheSearchFindsThem() {
        ReleaseStory release = ReleaseStory.registered(slipway);

        Document list = page("manager", "/releases?open=true&text=" + release.number());

        assertThat(list.select("tbody tr").eachAttr("id")).containsExactly(release.number());
        assertThat(page("manager", "/releases?open=false&text=" + release.number())
                        .select(".sw-empty")
                        .text())
                .startsWith("No release matches");
    }

    @Test
    void speakTheReadersLanguage() {
        String header = "Accept-Language";
        assertThat(Jsoup.parse(slipway.as("manager")
                                .with("Accept", "text/html")
                                .with(header, "pt-BR")
                                .with("Cookie", "slipway-language=es")
                                .get("/releases")
                                .expect(200)
                                .text())
                        .select("h1")
                        .text())
                .isEqualTo("Liberaciones");
        assertThat(Jsoup.parse(slipway.as("manager")
                                .with("Accept", "text/html")
                                .with(header, "pt-BR")
                                .get("/")
                                .expect(200)
                                .text())
                        .select("html")
                        .attr("lang"))
                .isEqualTo("pt-BR");
    }

    @Test
    void areForNobodyWhoHasNotLoggedIn() {
        assertThat(slipway.with("Accept", "text/html").get("/releases").status())
                .isEqualTo(302);
    }

    private Document page(String person, String path) {
        return Jsoup.parse(slipway.as(person)
                .with("Accept", "text/html")
                .get(path)
                .expect(200)
                .text());
    }
}
