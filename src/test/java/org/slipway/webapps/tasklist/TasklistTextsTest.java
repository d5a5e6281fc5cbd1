package org.slipway.webapps.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slipway.cmdb.ItemStatus;
import org.slipway.planning.ActivityState;
import org.slipway.release.Level;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;

/** Tasklist speaks English, Spanish and Brazilian Portuguese, completely and in the same words everywhere. */
class TasklistTextsTest {

    private static final String KEY = "\\b(SW_[A-Z0-9_]*[A-Z0-9])\\b";

    private final Map<String, String> english = Tasklist.texts("en");

    static Stream<String> languages() {
        return Tasklist.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasEveryTextOfCamundaAndOfOurs(String language) {
        assertThat(Tasklist.texts(language).keySet())
                .containsAll(Tasklist.camundasTexts().keySet())
                .isEqualTo(english.keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void leavesNoTextEmptyThatCamundaFills(String language) {
        assertThat(Tasklist.texts(language))
                .allSatisfy((key, text) -> assertThat(text.isBlank())
                        .as(key)
                        .isEqualTo(english.get(key).isBlank()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void keepsThePlaceholdersOfEveryText(String language) {
        assertThat(Tasklist.texts(language))
                .allSatisfy((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key))));
    }

    @Test
    void changesOfCamundasEnglishOnlyWhatTheProductCallsDifferently() {
        Map<String, String> camundas = Tasklist.camundasTexts();
        assertThat(camundas.keySet().stream().filter(key -> !camundas.get(key).equals(english.get(key))))
                .containsExactly("COMPLETE");
    }

    @Test
    void hasNoTextThatNothingShowsAndMissesNone() {
        Set<String> used = new TreeSet<>();
        Set<String> families = new TreeSet<>();
        Stream.of(
                        Tasklist.scripts().stream().map(Tasklist::read),
                        Tasklist.forms().stream().map(Tasklist::form),
                        Tasklist.pages().map(Tasklist::read))
                .flatMap(sources -> sources)
                .forEach(source -> {
                    Tasklist.all(KEY, source).forEach(used::add);
                    Tasklist.all("word\\('([A-Z]+)'", source).forEach(kind -> families.add("SW_" + kind + "_"));
                    Tasklist.all("`(SW_[A-Z]+_)\\$\\{", source).forEach(families::add);
                });

        assertThat(english.keySet()).containsAll(used);
        assertThat(english.keySet().stream()
                        .filter(key -> key.startsWith("SW_"))
                        .filter(key -> families.stream().noneMatch(key::startsWith)))
                .isSubsetOf(used);
    }

    @Test
    void tellsOfEachActionWhatItIsCalledWhatItDoesAndThatItIsDone() {
        String actions = Tasklist.read(Tasklist.WEBAPPS.resolve("tasklist/scripts/slipway-0.1.0/actions.js"));
        assertThat(Tasklist.all("\\bid: '([A-Z_]+)'", actions))
                .isNotEmpty()
                .allSatisfy(action -> assertThat(english)
                        .containsKeys(
                                "SW_ACTION_" + action,
                                "SW_ACTION_" + action + "_SAYS",
                                "SW_ACTION_" + action + "_DONE"));
    }

    @ParameterizedTest
    @EnumSource(ReleaseStatus.class)
    void hasAWordForEveryStatus(ReleaseStatus status) {
        assertThat(english).containsKey("SW_STATUS_" + status);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void hasAWordForEveryPhase(Phase phase) {
        assertThat(english).containsKey("SW_PHASE_" + phase);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void hasAWordForEveryLevel(Level level) {
        assertThat(english).containsKeys("SW_LEVEL_" + level, "SW_RISK_" + level);
    }

    @ParameterizedTest
    @EnumSource(OccurrenceCategory.class)
    void hasAWordForEveryOccurrence(OccurrenceCategory category) {
        assertThat(english).containsKey("SW_OCCURRENCE_" + category);
    }

    @ParameterizedTest
    @EnumSource(ItemStatus.class)
    void hasAWordForEveryStateOfAConfigurationItem(ItemStatus status) {
        assertThat(english).containsKey("SW_ITEM_" + status);
    }

    @ParameterizedTest
    @EnumSource(ActivityState.class)
    void hasAWordForEveryStateOfAnActivity(ActivityState state) {
        assertThat(english).containsKey("SW_ACTIVITY_" + state);
    }

    private static Set<String> placeholders(String text) {
        return Tasklist.all("\\{\\{?\\s*\\w+\\s*}?}", text)
                .map(placeholder -> placeholder.replaceAll("\\s", ""))
                .collect(Collectors.toSet());
    }
}
