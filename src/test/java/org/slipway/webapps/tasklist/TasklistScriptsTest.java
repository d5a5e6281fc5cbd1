package org.slipway.webapps.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that cannot be loaded leaves Camunda's whole page blank, so nothing may name a file that is not there. */
class TasklistScriptsTest {

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void namesOnlyCustomScriptsThatExist(String app) {
        Path home = Tasklist.WEBAPPS.resolve(app);
        String config = Tasklist.read(home.resolve("scripts/config.js"));
        assertThat(customScripts(config))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(home.resolve(script.endsWith(".js") ? script : script + ".js"))
                        .isRegularFile());
    }

    @Test
    void importsOnlyModulesThatExist() {
        assertThat(Tasklist.scripts())
                .allSatisfy(script -> assertThat(
                                Tasklist.all("(?:from |import\\(|load\\()'([^']+)'", Tasklist.read(script)))
                        .allSatisfy(module ->
                                assertThat(script.resolveSibling(module)).isRegularFile()));
    }

    @Test
    void rendersPluginsFromModulesThatExist() {
        Path loader = loader();
        assertThat(Tasklist.all("plugin\\('[^']+', '[^']+', \\d+, '([^']+)'", Tasklist.read(loader)))
                .hasSize(3)
                .allSatisfy(module ->
                        assertThat(Tasklist.read(loader.resolveSibling(module))).contains("export function render("));
    }

    @Test
    void importsEverythingThatCouldFailBehindTheLoadersTryAndCatch() {
        assertThat(Tasklist.read(loader()))
                .doesNotContainPattern("(?m)^import ")
                .contains("try {", "catch (failure)");
    }

    @Test
    void carriesTheVersionOfTheProductInItsFolders() {
        String version = Tasklist.all("<version>([0-9.]+)(?:-SNAPSHOT)?</version>", Tasklist.read(Path.of("pom.xml")))
                .skip(1) // the first is Spring Boot's
                .findFirst()
                .orElseThrow();
        assertThat(Tasklist.WEBAPPS.resolve("tasklist/scripts/slipway-" + version))
                .isDirectory();
        assertThat(Tasklist.WEBAPPS.resolve("tasklist/styles/slipway-" + version + "/slipway.css"))
                .isRegularFile();
        assertThat(Tasklist.read(loader())).contains("styles/${version}/slipway.css");
    }

    @Test
    void writesNoMarkupAndAsksNothingThroughTheBrowsersOwnDialogs() {
        assertThat(Tasklist.scripts())
                .allSatisfy(script -> assertThat(Tasklist.read(script))
                        .doesNotContainPattern(
                                "innerHTML|insertAdjacentHTML|document\\.write|\\b(alert|confirm|prompt|print)\\("));
    }

    @Test
    void offersExactlyTheThreeLanguages() {
        assertThat(Tasklist.read(Tasklist.WEBAPPS.resolve("tasklist/scripts/config.js")))
                .contains("availableLocales: ['en', 'es', 'pt']", "fallbackLocale: 'en'");
        assertThat(Tasklist.LANGUAGES)
                .allSatisfy(language -> assertThat(
                                Files.isRegularFile(Tasklist.WEBAPPS.resolve("tasklist/locales/" + language + ".json")))
                        .isTrue());
    }

    private static Path loader() {
        return Tasklist.scripts().stream()
                .filter(script -> script.endsWith("loader.js"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> customScripts(String config) {
        String listed = Tasklist.all("(?s)\\n  customScripts: \\[(.*?)]", config)
                .findFirst()
                .orElse("");
        return Tasklist.all("'([^']+)'", listed).toList();
    }
}
