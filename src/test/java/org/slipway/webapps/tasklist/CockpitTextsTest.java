package org.slipway.webapps.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slipway.audit.EntryKind;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.ReleaseStatus;

/** Our pages in Cockpit speak English, Spanish and Brazilian Portuguese, though Cockpit itself does not. */
class CockpitTextsTest {

    private static final String KEY = "\\b(AUDIT_\\w*\\w)\\b";
    private static final String TASKLISTS_KEY = "\\b(SW_[A-Z0-9_]*[A-Z0-9])\\b";

    private final Map<String, String> english = texts("en");

    static Stream<String> languages() {
        return Tasklist.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasEveryTextInEveryLanguage(String language) {
        assertThat(texts(language).keySet()).isEqualTo(english.keySet());
        assertThat(texts(language))
                .allSatisfy((key, text) -> assertThat(text)
                        .as(key)
                        .isNotBlank()
                        .satisfies(said -> assertThat(places(said)).isEqualTo(places(english.get(key)))));
    }

    @Test
    void missesNoTextAndHasNoneThatNothingShows() {
        Set<String> used = new TreeSet<>();
        Set<String> families = new TreeSet<>();
        scripts().map(Tasklist::read).forEach(source -> {
            Tasklist.all(KEY, source).filter(key -> !key.endsWith("_")).forEach(used::add);
            Tasklist.all("term\\('([A-Z]+)'", source).forEach(kind -> families.add("AUDIT_" + kind + "_"));
            Tasklist.all("`(AUDIT_[A-Z]+_)\\$\\{", source).forEach(families::add);
        });

        assertThat(english.keySet()).containsAll(used);
        assertThat(english.keySet().stream().filter(key -> families.stream().noneMatch(key::startsWith)))
                .isSubsetOf(used);
    }

    @Test
    void takesFromTasklistOnlyTextsThatTasklistHas() {
        assertThat(scripts().map(Tasklist::read).flatMap(source -> Tasklist.all(TASKLISTS_KEY, source)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(Tasklist.texts("en")).containsKey(key));
    }

    @ParameterizedTest
    @EnumSource(EntryKind.class)
    void hasAWordForEveryKindOfEntryOfTheJournalAndFindsIt(EntryKind kind) {
        assertThat(english).containsKey("AUDIT_KIND_" + kind);
        assertThat(script("audit-journal.js")).contains("'" + kind + "'");
    }

    @ParameterizedTest
    @EnumSource(OccurrenceCategory.class)
    void findsEveryKindOfLineOfAHistory(OccurrenceCategory category) {
        assertThat(script("audit-journal.js")).contains("'" + category + "'");
    }

    @ParameterizedTest
    @EnumSource(ReleaseStatus.class)
    void findsReleasesInEveryStatus(ReleaseStatus status) {
        assertThat(script("audit-search.js")).contains("'" + status + "'");
    }

    private static String script(String name) {
        return scripts()
                .filter(script -> script.endsWith(name))
                .map(Tasklist::read)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> scripts() {
        return Tasklist.cockpitScripts().stream();
    }

    private static Map<String, String> texts(String language) {
        return Tasklist.cockpitTexts(language);
    }

    private static Set<String> places(String text) {
        return Tasklist.all("\\{\\w+}", text).collect(Collectors.toSet());
    }
}
