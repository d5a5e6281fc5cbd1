package org.slipway.webapps.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms ask exactly what the API takes as answers, and say in the reader's language whatever they say. */
class FormsTest {

    /** The answers of each task (API contract); the start form speaks of the registration instead. */
    private static final Map<String, Set<String>> ANSWERS = Map.ofEntries(
            entry("plan-release"),
            entry("approve-release", "decision", "observations", "justification"),
            entry("authorise-release", "decision", "observations"),
            entry("execute-release", "outcome", "executionRecord", "backOut"),
            entry("test-release", "outcome", "executionRecord", "backOut"),
            entry("extend-release", "outcome", "executionRecord", "backOut"),
            entry(
                    "homologate-release",
                    "outcome",
                    "executionRecord",
                    "closure",
                    "releaseDate",
                    "solutionCategory",
                    "backOut"),
            entry("close-release", "accepted", "executionRecord"),
            entry("carry-out-activity", "executionRecord", "minutesSpent"),
            entry("carry-out-backout-step", "executionRecord"),
            entry("reactivate-release"));

    private static final Set<String> REGISTRATION = Set.of(
            "title",
            "description",
            "model",
            "contract",
            "requester",
            "contact.name",
            "contact.email",
            "contact.phone",
            "contact.extension",
            "contact.unit",
            "contact.location",
            "contact.note",
            "executorGroup",
            "approverGroup",
            "impact",
            "urgency",
            "risk",
            "version",
            "planning.start",
            "planning.end",
            "deployment.start",
            "deployment.end",
            "changes",
            "configurationItems",
            "backoutPlan",
            "notifications.onCreation",
            "notifications.onClosing",
            "notifications.onOtherActions");

    static Stream<String> forms() {
        return Tasklist.forms().stream();
    }

    @Test
    void areThereForEveryTaskOfTheModelsAndForNothingElse() throws IOException {
        Set<String> wanted = new TreeSet<>();
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            models.filter(file -> file.toString().endsWith(".bpmn"))
                    .forEach(
                            file -> Tasklist.all("formKey=\"embedded:deployment:([^\"]+)\\.html\"", Tasklist.read(file))
                                    .forEach(wanted::add));
        }
        assertThat(Tasklist.forms()).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void askExactlyTheAnswersOfTheirTask(String form) {
        Set<String> asked = new TreeSet<>(Tasklist.all("cam-variable-name=\"([^\"]+)\"", Tasklist.form(form))
                .toList());
        assertThat(asked).isEqualTo(ANSWERS.getOrDefault(form, Set.of()));
    }

    @Test
    void askAtRegistrationWhatARegistrationTakes() {
        assertThat(Tasklist.all("data-sw-name=\"([^\"]+)\"", Tasklist.form("register-release")))
                .containsExactlyInAnyOrderElementsOf(REGISTRATION);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void labelEveryField(String form) {
        String html = Tasklist.form(form);
        List<String> labelled = Tasklist.all("<label for=\"([^\"]+)\"", html).toList();
        assertThat(Tasklist.all("<(?:input|select|textarea)[^>]* ?id=\"([^\"]+)\"", html))
                .allSatisfy(id -> assertThat(labelled).contains(id));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void sayNothingOutsideTheCatalogue(String form) {
        String text = Tasklist.form(form)
                .replaceAll("(?s)<script.*?</script>", "")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\{\\{ '\\w+' \\| translate }}", "")
                .replace("–", "");
        assertThat(text).isBlank();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void haveNoStyleOfTheirOwnAndWorkWithoutOurScript(String form) {
        assertThat(Tasklist.form(form)).doesNotContain("style=").contains("inject(['$scope'", "if (window.slipway)");
    }

    private static Map.Entry<String, Set<String>> entry(String form, String... answers) {
        return Map.entry(form, Set.of(answers));
    }
}
