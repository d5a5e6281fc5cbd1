package org.slipway.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.checklist.ChecklistView.Action;
import org.slipway.checklist.Definition.Choice;
import org.slipway.checklist.Definition.Question;
import org.slipway.checklist.Definition.Section;
import org.slipway.document.DocumentKind;
import org.slipway.document.DocumentRoom;
import org.slipway.document.Documents;
import org.slipway.release.Occurrence;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Phase;
import org.slipway.release.Release;
import org.slipway.release.ReleaseInterruptions;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.ReleaseRegistration;
import org.slipway.release.Releases;
import org.slipway.release.Reopening;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Refusal;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleasesWithoutFlow;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.context.TestSecurityContextHolder;

@RoomTest
@OnBothDatabases
@Import({
    ReleasesWithoutFlow.class,
    DocumentRoom.class,
    Questionnaires.class,
    Assignments.class,
    AskingSteps.class,
    AskedBySteps.class,
    Checklists.class,
    ChecklistRules.class,
    ConfirmedFirst.class
})
class ChecklistsTest {

    private static final String CODE = "roll-out";
    private static final Map<String, Object> ALL =
            Map.of("done", "YES", "reasons", List.of("growth", "repair"), "note", "As planned");

    private final Checklists checklists;
    private final Questionnaires questionnaires;
    private final Assignments assignments;
    private final ConfirmedFirst confirmedFirst;
    private final Documents documents;
    private final Releases releases;
    private final ReleaseLifecycle lifecycle;
    private final ReleaseInterruptions interruptions;
    private final Occurrences occurrences;
    private final ReleaseRegistration registration;
    private final MovableClock clock;

    private String release = "";

    ChecklistsTest(
            Checklists checklists,
            Questionnaires questionnaires,
            Assignments assignments,
            ConfirmedFirst confirmedFirst,
            Documents documents,
            Releases releases,
            ReleaseLifecycle lifecycle,
            ReleaseInterruptions interruptions,
            Occurrences occurrences,
            ReleaseRegistration registration,
            MovableClock clock) {
        this.checklists = checklists;
        this.questionnaires = questionnaires;
        this.assignments = assignments;
        this.confirmedFirst = confirmedFirst;
        this.documents = documents;
        this.releases = releases;
        this.lifecycle = lifecycle;
        this.interruptions = interruptions;
        this.occurrences = occurrences;
        this.registration = registration;
        this.clock = clock;
    }

    @BeforeEach
    void executeARelease() {
        release = ReleasesWithoutFlow.register(registration, clock);
        as("manager", "release-managers");
        questionnaires.add(CODE, QuestionnaireKind.GENERAL, Questionnaire.State.ACTIVE, definition("Roll-out"));
        lifecycle.planned(release);
        lifecycle.approved(release);
        lifecycle.authorised(release);
        lifecycle.executed(release);
        as("operator", "operations");
    }

    @Test
    void keepsADraftUntilItIsAnswered() {
        UUID id = attach();

        ChecklistView draft = checklists.draft(release, id, Map.of("note", "Half done"), null);
        assertThat(draft.checklist().state()).isEqualTo(Checklist.State.OPEN);
        assertThat(draft.checklist().answers()).containsOnly(Map.entry("note", "Half done"));
        assertThat(draft.actions()).containsExactlyInAnyOrder(Action.ANSWER, Action.REMOVE);

        ChecklistView answered = checklists.answer(release, id, ALL, null);
        assertThat(answered.checklist().state()).isEqualTo(Checklist.State.AWAITING_VALIDATION);
        assertThat(answered.checklist().answers()).isEqualTo(ALL);
        assertThat(answered.checklist().answeredBy()).isEqualTo("operator");
        assertRefused(WrongState.class, "checklist-answered", () -> checklists.draft(release, id, Map.of(), null));
        assertRefused(WrongState.class, "checklist-answered", () -> checklists.remove(release, id));
    }

    @Test
    void refusesAnswersThatDoNotHoldAndNamesTheQuestion() {
        UUID id = attach();

        assertMalformed("required", "answers.done", id, Map.of("note", "?"));
        assertMalformed("required", "answers.done", id, Map.of("done", " "));
        assertMalformed("choice-unknown", "answers.done", id, Map.of("done", "PERHAPS"));
        assertMalformed("choice-unknown", "answers.reasons", id, Map.of("done", "NO", "reasons", List.of("fun")));
        assertMalformed("answer-malformed", "answers.reasons", id, Map.of("done", "NO", "reasons", "growth"));
        assertMalformed("answer-malformed", "answers.note", id, Map.of("done", "NO", "note", 7));
        assertMalformed("text-too-long", "answers.note", id, Map.of("done", "NO", "note", "x".repeat(21)));
        assertMalformed("question-unknown", "answers.colour", id, Map.of("done", "NO", "colour", "red"));
        assertMalformed("attachment-unknown", "answers.proof", id, Map.of("done", "NO", "proof", "plan.txt"));
        assertMalformed(
                "attachment-unknown",
                "answers.proof",
                id,
                Map.of("done", "NO", "proof", UUID.randomUUID().toString()));
        String proof = documents
                .add(
                        release,
                        DocumentKind.GENERAL,
                        null,
                        documents.receive("plan.txt", new ByteArrayResource(new byte[] {1})))
                .id()
                .toString();
        checklists.answer(release, id, Map.of("done", "NO", "proof", proof), null);
    }

    @Test
    void confirmsAndTakesTheConfirmationBack() {
        UUID id = attach();
        assertRefused(WrongState.class, "checklist-unanswered", () -> checklists.confirm(release, id, null));
        checklists.answer(release, id, ALL, null);

        as("approver", "approvers");
        Checklist confirmed = checklists.confirm(release, id, null).checklist();
        assertThat(confirmed.state()).isEqualTo(Checklist.State.VALIDATED);
        assertThat(confirmed.confirmedBy()).isEqualTo("approver");
        assertThat(confirmed.confirmedAt()).isNotNull();
        assertRefused(WrongState.class, "checklist-validated", () -> checklists.answer(release, id, ALL, null));

        Checklist withdrawn = checklists.withdrawConfirmation(release, id, null).checklist();
        assertThat(withdrawn.state()).isEqualTo(Checklist.State.AWAITING_VALIDATION);
        assertThat(withdrawn.confirmedBy()).isNull();
        checklists.answer(release, id, Map.of("done", "NO"), null);
    }

    @Test
    void writesEveryStepIntoTheHistory() {
        UUID id = attach();
        checklists.draft(release, id, Map.of("note", "Half done"), null);
        checklists.answer(release, id, Map.of("done", "YES"), null);
        checklists.confirm(release, id, null);
        checklists.confirm(release, id, null);
        checklists.withdrawConfirmation(release, id, null);
        checklists.remove(release, attach());

        assertThat(history())
                .containsExactly(
                        "checklists: + roll-out (1)",
                        "checklists: roll-out (1): OPEN → AWAITING_VALIDATION\n{\"done\":\"YES\"}",
                        "checklists: roll-out (1): AWAITING_VALIDATION → VALIDATED",
                        "checklists: roll-out (1): VALIDATED → AWAITING_VALIDATION",
                        "checklists: + roll-out (1)",
                        "checklists: − roll-out (1)");
    }

    @Test
    void refusesWhatWasSeenBeforeSomebodyElseChangedIt() {
        UUID id = attach();
        String seen = String.valueOf(checklists.get(release, id).checklist().revision());
        checklists.answer(release, id, ALL, seen);

        assertRefused(WrongState.class, "concurrent-change", () -> checklists.confirm(release, id, seen));
    }

    @Test
    void keepsTheVersionItWasBegunWith() {
        UUID old = attach();
        as("manager", "release-managers");
        questionnaires.change(CODE, null, null, definition("Roll-out, again"), null);
        UUID young = attach();

        assertThat(checklists.get(release, old).checklist().definition().title().en())
                .isEqualTo("Roll-out");
        assertThat(checklists.get(release, young).checklist().version()).isEqualTo(2);
    }

    @Test
    void asksOncePerCycleWhatAStepAsksFor() {
        assign("executeRelease");
        assign("testRelease");
        Slice<ChecklistView> asked = checklists.list(release, null, 10);
        assertThat(asked.items())
                .extracting(view -> view.checklist().step())
                .containsExactly("executeRelease", "testRelease");
        Checklist first = asked.items().get(0).checklist();
        assertThat(asked.items().get(0).actions()).containsExactly(Action.ANSWER);
        assertThat(checklists.get(release, first.id()).checklist().revision()).isNull();
        assertRefused(WrongState.class, "checklist-mandatory", () -> checklists.remove(release, first.id()));

        checklists.answer(release, first.id(), ALL, null);

        assertThat(checklists.list(release, null, 10).items())
                .extracting(view -> view.checklist().step())
                .containsExactly("testRelease", "executeRelease");
    }

    @Test
    void findsItsPlaceInAListOfWhatIsAskedAndWhatIsThere() {
        assign("executeRelease");
        assign("testRelease");
        checklists.answer(
                release,
                checklists.list(release, null, 1).items().get(0).checklist().id(),
                ALL,
                null);
        UUID attached = attach();

        UUID after = null;
        List<UUID> ids = new ArrayList<>();
        do {
            Slice<ChecklistView> page = checklists.list(release, after, 1);
            ids.add(page.items().get(0).checklist().id());
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);

        assertThat(ids).hasSize(2).doesNotHaveDuplicates().endsWith(attached);
    }

    @Test
    void holdsUpTheStepThatAsksAndNoOther() {
        assign("testRelease");
        Release tested = releases.get(release);
        confirmedFirst.requireConfirmed(tested, "executeRelease");
        assertUnconfirmed(() -> confirmedFirst.requireConfirmed(tested, "testRelease"));

        UUID id = checklists.list(release, null, 1).items().get(0).checklist().id();
        checklists.answer(release, id, ALL, null);
        assertUnconfirmed(() -> confirmedFirst.requireConfirmed(tested, "testRelease"));
        assertUnconfirmed(() -> lifecycle.solved(release));

        checklists.confirm(release, id, null);
        confirmedFirst.requireConfirmed(tested, "testRelease");
        lifecycle.solved(release);
    }

    @Test
    void asksNoLongerForWhatIsRetired() {
        assign("testRelease");
        as("manager", "release-managers");
        questionnaires.change(CODE, null, Questionnaire.State.RETIRED, null, null);

        assertThat(checklists.list(release, null, 10).items()).isEmpty();
        assertRefused(BusinessRuleViolated.class, "questionnaire-retired", () -> checklists.attach(release, CODE));
        lifecycle.solved(release);
    }

    @Test
    void leavesTheChecklistsOfASolvedReleaseAsTheyAre() {
        UUID id = attach();
        checklists.answer(release, id, ALL, null);
        checklists.confirm(release, id, null);
        lifecycle.solved(release);

        assertThat(checklists.get(release, id).actions()).isEmpty();
        assertRefused(
                WrongState.class, "transition-not-legal", () -> checklists.withdrawConfirmation(release, id, null));
        lifecycle.closed(release);
        lifecycle.concluded(release);
        assertRefused(WrongState.class, "release-ended", () -> checklists.attach(release, CODE));
    }

    @Test
    void keepsWhatEarlierCyclesAnsweredAndAsksAgain() {
        assign("testRelease");
        UUID before =
                checklists.list(release, null, 1).items().get(0).checklist().id();
        checklists.answer(release, before, ALL, null);
        checklists.confirm(release, before, null);
        lifecycle.solved(release);
        lifecycle.closed(release);
        lifecycle.concluded(release);
        as("manager", "release-managers");
        interruptions.reopen(
                release, new Reopening("Fault found after conclusion", null, Phase.DEPLOYMENT, null, null));

        List<ChecklistView> asked = checklists.list(release, null, 10).items();

        assertThat(asked).extracting(view -> view.checklist().cycle()).containsExactly(2, 1);
        assertThat(asked.get(1).actions()).isEmpty();
        assertRefused(WrongState.class, "checklist-past", () -> checklists.withdrawConfirmation(release, before, null));
        lifecycle.authorised(release);
        lifecycle.executed(release);
        assertUnconfirmed(() -> lifecycle.solved(release));
    }

    @Test
    void letsOnlyWhoExecutesOrApprovesWorkOnIt() {
        UUID id = attach();
        as("requester", "requesters");

        assertThat(checklists.get(release, id).actions()).isEmpty();
        assertRefused(NotAllowed.class, "operation-not-allowed", () -> checklists.attach(release, CODE));
        assertRefused(NotAllowed.class, "operation-not-allowed", () -> checklists.answer(release, id, ALL, null));
        assertRefused(Unknown.class, "release-unknown", () -> checklists.list("REL-999999", null, 1));
    }

    private UUID attach() {
        return checklists.attach(release, CODE).checklist().id();
    }

    private void assign(String step) {
        as("manager", "release-managers");
        assignments.add(CODE, new Assignments.ModelStep("standard", step));
        as("operator", "operations");
    }

    private List<String> history() {
        return occurrences.history(release, null, 200).items().stream()
                .filter(line -> line.category() == OccurrenceCategory.CHECKLIST)
                .map(Occurrence::text)
                .map(String::valueOf)
                .toList();
    }

    private void assertMalformed(String code, String field, UUID checklist, Map<String, ?> answers) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> checklists.answer(release, checklist, answers, null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static void assertUnconfirmed(ThrowingCallable command) {
        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(command)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("checklist-unconfirmed"))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("Roll-out"));
    }

    private static void assertRefused(Class<? extends Refusal> kind, String code, ThrowingCallable command) {
        assertThatExceptionOfType(kind)
                .isThrownBy(command)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void as(String person, String group) {
        TestSecurityContextHolder.setAuthentication(new TestingAuthenticationToken(person, "", group));
    }

    private static Definition definition(String title) {
        return new Definition(
                text(title),
                List.of(new Section(
                        null,
                        List.of(
                                question("done", QuestionType.YES_NO, true, null, null),
                                question(
                                        "reasons",
                                        QuestionType.MULTIPLE_CHOICE,
                                        false,
                                        null,
                                        List.of(
                                                new Choice("growth", text("Growth")),
                                                new Choice("repair", text("Repair")))),
                                question("note", QuestionType.TEXT, false, 20, null),
                                question("proof", QuestionType.ATTACHMENT, false, null, null)))));
    }

    private static Question question(
            String key,
            QuestionType type,
            boolean mandatory,
            @Nullable Integer maxLength,
            @Nullable List<Choice> choices) {
        return new Question(key, type, text(key), mandatory, maxLength, choices);
    }

    private static Text text(String english) {
        return new Text(english, null, null);
    }
}
