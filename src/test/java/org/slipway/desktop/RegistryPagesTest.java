package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The pages of configuration items, portfolios and registries, before any script has filled them. */
@SlipwayTest
class RegistryPagesTest {

    private static final Pattern SAID = Pattern.compile("\\bsay\\('([a-z][\\w.-]*)'");

    private final SlipwayClient slipway;

    RegistryPagesTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void letEverybodyReadConfigurationItemsAndPortfolios() {
        for (String path : List.of("/cmdb", "/cmdb/imports", "/cmdb/baselines", "/portfolio", "/portfolio/general")) {
            assertThat(page("requester", path).select("[data-texts]").attr("data-may"))
                    .as(path)
                    .isEqualTo("false");
        }
        assertThat(page("manager", "/cmdb").select("[data-texts]").attr("data-may"))
                .isEqualTo("true");
    }

    @Test
    void takeAKeyAsItIsWithItsSlashes() {
        assertThat(page("requester", "/cmdb/team/payments%20api")
                        .select("[data-key]")
                        .attr("data-key"))
                .isEqualTo("team/payments api");
    }

    @Test
    void giveTheirScriptsTextsInTheReadersLanguage() {
        Document spanish = Jsoup.parse(slipway.as("requester")
                .with("Accept", "text/html")
                .with("Accept-Language", "es")
                .get("/cmdb")
                .expect(200)
                .text());

        assertThat(spanish.select("[data-texts]").attr("data-texts")).contains("\"cmdb.new\":\"Nuevo CI\"");
    }

    @Test
    void offerOnlyTheRegistriesThatThePersonMaintainsAndToAuditorsAllToRead() {
        assertThat(page("operator", "/administration/classes")
                        .select(".reg-side a")
                        .eachAttr("href"))
                .containsExactly("/administration/classes", "/administration/relationship-types");
        assertThat(page("admin", "/administration/rights").select("h1").text()).isEqualTo("Rights of groups");
        assertThat(page("auditor", "/administration/units").select("[data-may]").attr("data-may"))
                .isEqualTo("false");
        assertThat(page("requester", "/cmdb").select(".sw-rail a[href=/administration]"))
                .isEmpty();
        assertThat(status("requester", "/administration")).isEqualTo(403);
        assertThat(status("operator", "/administration/justifications")).isEqualTo(404);
    }

    @Test
    void haveEveryTextThatTheirScriptsSay() throws IOException {
        Properties texts = new Properties();
        try (var bundle = Files.newBufferedReader(Path.of("src/main/resources/i18n/registries.properties"))) {
            texts.load(bundle);
        }

        assertThat(Stream.of("registry", "cmdb").flatMap(RegistryPagesTest::said))
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThat(texts).containsKey(key));
    }

    private static Stream<String> said(String folder) {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/static/js", folder))) {
            return scripts.toList().stream()
                    .flatMap(script -> SAID.matcher(read(script)).results())
                    .map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status(String person, String path) {
        return slipway.as(person).with("Accept", "text/html").get(path).status();
    }

    private Document page(String person, String path) {
        return Jsoup.parse(slipway.as(person)
                .with("Accept", "text/html")
                .get(path)
                .expect(200)
                .text());
    }
}
