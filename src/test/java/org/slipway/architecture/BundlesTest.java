package org.slipway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {

    private static final Path TEXTS = Path.of("src/main/resources/i18n");

    @TempDir
    Path planted;

    @Test
    void everyTextStandsInEnglishSpanishAndPortuguese() {
        assertThat(Bundles.englishBundles(TEXTS)).isNotEmpty();

        assertThat(Bundles.findings(TEXTS)).isEmpty();
    }

    @Test
    void everyRefusalHasItsText() {
        assertThat(Bundles.refusalsWithoutText(
                        Sources.files(Path.of("src/main/java")), TEXTS.resolve("problems.properties")))
                .isEmpty();
    }

    @Test
    void noticesARefusalWithoutText() throws IOException {
        plant("problems", "problem.too-late=Too late");
        Path code = Files.writeString(
                planted.resolve("Some.java"),
                "new WrongState(\"too-late\", null); new Unknown(\n    \"too-early\", null)");

        assertThat(Bundles.refusalsWithoutText(Stream.of(code), planted.resolve("problems.properties")))
                .singleElement()
                .asString()
                .endsWith("too-early");
    }

    @Test
    void noticesWhatIsMissingTooManyOrFilledDifferently() throws IOException {
        plant("texts", "greeting=Hello {0}", "farewell=Goodbye", "apology=I''m sorry, {0}");
        plant("texts_es", "greeting=Hola", "farewell=Adiós", "apology=Lo siento, {0}", "oath=¡Caramba!");
        plant("texts_pt", "greeting=Olá {0}", "apology=Copo d'água, {0}");

        assertThat(Bundles.findings(planted))
                .satisfiesExactlyInAnyOrder(
                        finding -> assertThat(finding).contains("texts_es", "greeting does not fill the same places"),
                        finding -> assertThat(finding).contains("texts_es", "oath has no English text"),
                        finding -> assertThat(finding).contains("texts_pt", "farewell is not translated"),
                        finding -> assertThat(finding).contains("texts_pt", "apology has a lone apostrophe"));
    }

    @Test
    void noticesABundleWithoutTranslations() throws IOException {
        plant("texts", "greeting=Hello");

        assertThat(Bundles.findings(planted)).hasSize(2).allMatch(finding -> finding.contains("is not translated"));
    }

    private void plant(String name, String... lines) throws IOException {
        Files.writeString(planted.resolve(name + ".properties"), String.join("\n", lines));
    }
}
