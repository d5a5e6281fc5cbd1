package org.slipway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.release.ReleaseStatus;

class DocsTest {

    private static final Path DOCS = Path.of("src/docs");
    private static final Path DOMAIN = DOCS.resolve("domain.md");

    @TempDir
    Path planted;

    @Test
    void everyLinkLeadsSomewhere() {
        Stream<Path> pages = Stream.concat(Stream.of(Path.of("README.md").toAbsolutePath()), Sources.files(DOCS))
                .filter(file -> file.toString().endsWith(".md"));

        assertThat(pages.flatMap(page -> Docs.deadLinks(page).stream())).isEmpty();
    }

    @Test
    void whatTheCodeCallsARuleStandsInThePages() {
        assertThat(Docs.missingSections(code(), DOMAIN)).isEmpty();
        assertThat(Docs.missingDecisions(code(), DOCS.resolve("adr"))).isEmpty();
    }

    @Test
    void whatThePagesCallARefusalIsOne() {
        assertThat(Docs.unknownRefusals(DOMAIN, Path.of("src/main/resources/i18n/problems.properties")))
                .isEmpty();
    }

    @Test
    void modellersFindEveryBeanThatIsThereForThem() {
        assertThat(Docs.unnamedBeans(code(), DOCS.resolve("modelling.md"))).isEmpty();
    }

    @Test
    void everyVariableOfTheEnvironmentIsExplained() {
        Stream<Path> configuration = Stream.concat(
                code(),
                Sources.files(Path.of("src/main/resources"))
                        .filter(file -> file.toString().endsWith(".yaml")));

        assertThat(Docs.undocumentedVariables(configuration, DOCS.resolve("operations.md")))
                .isEmpty();
    }

    @Test
    void everyStatusHasItsWordsAndItsPlaceInTheLifecycle() throws IOException {
        String glossary = Files.readString(DOCS.resolve("glossary.md"));
        String domain = Files.readString(DOMAIN);

        assertThat(Arrays.stream(ReleaseStatus.values()).map(status -> "`" + status + "`"))
                .allSatisfy(status -> assertThat(glossary).contains("| " + status + " |"))
                .allSatisfy(status -> assertThat(domain).contains(status));
    }

    @Test
    void noticesWhatIsNotThere() throws IOException {
        Path page = planted(
                "page.md",
                "# Page\n\n## Clocks and calendars\n\n[here](page.md) [there](nowhere.md#x) 409 `too-late`\n");
        Path texts = planted("problems.properties", "problem.too-early=Too early\n");
        Path code = planted("Some.java", "(src/docs/domain.md, Clocks; Tides) adr/0001 adr/0099 ${SLIPWAY_TIDE:low}");
        planted("0001-known.md", "");

        assertThat(Docs.deadLinks(page)).singleElement().asString().endsWith("nowhere.md");
        assertThat(Docs.missingSections(Stream.of(code), page))
                .singleElement()
                .asString()
                .endsWith("names Tides");
        assertThat(Docs.missingDecisions(Stream.of(code), planted))
                .singleElement()
                .asString()
                .endsWith("names 0099");
        assertThat(Docs.unknownRefusals(page, texts)).containsExactly("too-late");
        assertThat(Docs.unnamedBeans(Stream.of(planted("TideTable.java", "@ForModels\n@Component\nclass")), page))
                .containsExactly("tideTable");
        assertThat(Docs.undocumentedVariables(Stream.of(code), page)).containsExactly("SLIPWAY_TIDE");
    }

    private static Stream<Path> code() {
        return Sources.files(Path.of("src/main/java"));
    }

    private Path planted(String name, String text) throws IOException {
        return Files.writeString(planted.resolve(name), text);
    }
}
