package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The charts as tables, which is what they are drawn of, and the metrics. */
@SlipwayTest
class InsightsPageTest {

    private final SlipwayClient slipway;

    InsightsPageTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void leadFromEachCountToTheReleasesThatItCounts() {
        Map<String, Object> registration = new HashMap<>(ReleaseStory.registration(slipway));
        registration.put("impact", "LOW");
        registration.put("urgency", "LOW");
        ReleaseStory release = ReleaseStory.registered(slipway, registration).suspended();
        Document insights = page("/insights?executorGroup=operations&model=standard");

        for (String chart : new String[] {"situation", "priority", "status", "group"}) {
            Element part = insights.select("[aria-labelledby=chart-" + chart + "] tbody tr").stream()
                    .filter(row -> !row.expectFirst("[data-value]").text().equals("0"))
                    .findFirst()
                    .orElseThrow();
            assertThat(counted(part.expectFirst("a").attr("href")))
                    .as(chart)
                    .isEqualTo(Integer.parseInt(part.expectFirst("[data-value]").text()));
        }
        assertThat(insights.select("a[href*=situation=SUSPENDED]").text()).isEqualTo("Suspended");
        assertThat(insights.select("a[href*=status=SUSPENDED][href*=open=true]"))
                .isNotEmpty();
        String registered =
                insights.expectFirst("tbody tr:last-child a[href*=openedFrom]").attr("href");
        assertThat(slipway.as("auditor")
                        .get("/api" + registered + "&text=" + release.number())
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void tellOfEachMetricWhatItIsOfHowManyAndWhen() {
        ReleaseStory.registered(slipway).concluded();

        Element rate = page("/insights?days=30").expectFirst("[data-metric=success-rate]");

        assertThat(rate.expectFirst("h3").text()).isEqualTo("Success rate");
        assertThat(rate.expectFirst(".ins-value").text()).endsWith("%");
        assertThat(rate.expectFirst(".ins-of").text()).matches("\\d+ of \\d+");
        assertThat(rate.expectFirst(".ins-definition").text()).contains("concluded");
        assertThat(rate.select("time")).hasSize(2);
        assertThat(page("/insights?executorGroup=nobody").select(".ins-value-none"))
                .hasSize(8);
        assertThat(page("/insights?executorGroup=nobody").select(".sw-empty")).hasSize(1);
    }

    private int counted(String href) {
        return slipway.as("auditor")
                .get("/api" + href + "&limit=200")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private Document page(String path) {
        return Jsoup.parse(slipway.as("auditor")
                .with("Accept", "text/html")
                .with("Accept-Language", "en")
                .get(path)
                .expect(200)
                .text());
    }
}
