package org.slipway.webapps.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we add to Cockpit is loaded piece by piece, and no piece that fails takes Cockpit with it. */
class CockpitScriptsTest {

    private final List<Path> scripts = Tasklist.cockpitScripts();

    @Test
    void importOnlyModulesThatExist() {
        assertThat(scripts)
                .allSatisfy(script -> assertThat(Tasklist.all("(?:from |load\\()'([^']+\\.js)'", Tasklist.read(script)))
                        .allSatisfy(module ->
                                assertThat(script.resolveSibling(module)).isRegularFile()));
    }

    @Test
    void renderEachPageFromAModuleThatExists() {
        Path loader = loader();
        assertThat(Tasklist.all("(?m)^  route\\(.*?'([a-z-]+\\.js)'", Tasklist.read(loader)))
                .hasSize(6)
                .allSatisfy(module -> assertThat(Tasklist.read(loader.resolveSibling(module)))
                        .containsPattern("export (async )?function render\\("));
    }

    @Test
    void loadWhateverCouldFailBehindTheLoadersTryAndCatch() {
        assertThat(Tasklist.read(loader()))
                .doesNotContainPattern("(?m)^import ")
                .contains("try {", "catch (failure)", ".catch(failure => guarded(");
    }

    /** Camunda ends the session of whoever writes without its token. What our own journal is told has a token of its own. */
    @Test
    void askTheEngineOnlyInOnePlaceWhichBringsItsToken() {
        assertThat(scripts)
                .filteredOn(script -> Tasklist.read(script)
                        .replace("call('POST', '/api/audit/exports'", "")
                        .contains("'POST'"))
                .singleElement()
                .satisfies(script -> assertThat(Tasklist.read(script))
                        .contains("'X-XSRF-TOKEN': secret", "if (!secret) throw new Problem(401"));
        assertThat(scripts)
                .allSatisfy(script -> assertThat(Tasklist.read(script)).doesNotContainPattern("'(PUT|DELETE|PATCH)'"));
    }

    @Test
    void askForNoListWithoutABound() {
        assertThat(scripts)
                .allSatisfy(script -> assertThat(
                                Tasklist.all("(?s)read\\('/history/[a-z-]+', (\\{.*?})", Tasklist.read(script)))
                        .allSatisfy(question -> assertThat(question).contains("firstResult:", "maxResults:")));
    }

    @Test
    void writeNoMarkupAndAskNothingThroughTheBrowsersOwnDialogs() {
        assertThat(scripts)
                .allSatisfy(script -> assertThat(Tasklist.read(script))
                        .doesNotContainPattern(
                                "innerHTML|insertAdjacentHTML|document\\.write|\\b(alert|confirm|prompt|print)\\("));
    }

    private Path loader() {
        return scripts.stream()
                .filter(script -> script.endsWith("loader.js"))
                .findFirst()
                .orElseThrow();
    }
}
