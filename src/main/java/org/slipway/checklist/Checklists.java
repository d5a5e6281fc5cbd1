package org.slipway.checklist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.document.Documents;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What releases are asked and have answered (src/docs/domain.md, Checklists). Everybody reads it; who may execute or approve
 * a release attaches, answers and confirms, as long as the release is neither solved nor ended. Every answer and every
 * confirmation is an occurrence of the release.
 */
@Service
@Transactional
public class Checklists {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int MOST_IN_A_CYCLE = 100;

    private final ChecklistRepository checklists;
    private final QuestionnaireRepository questionnaires;
    private final EditionRepository editions;
    private final AskedBySteps asked;
    private final ChecklistRules rules;
    private final Releases releases;
    private final Documents documents;
    private final Occurrences occurrences;
    private final CurrentUser currentUser;
    private final Clock clock;

    Checklists(
            ChecklistRepository checklists,
            QuestionnaireRepository questionnaires,
            EditionRepository editions,
            AskedBySteps asked,
            ChecklistRules rules,
            Releases releases,
            Documents documents,
            Occurrences occurrences,
            CurrentUser currentUser,
            Clock clock) {
        this.checklists = checklists;
        this.questionnaires = questionnaires;
        this.editions = editions;
        this.asked = asked;
        this.rules = rules;
        this.releases = releases;
        this.documents = documents;
        this.occurrences = occurrences;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * First what steps of the model ask for and nobody has touched yet, by step; then what there is, oldest first and of
     * all cycles.
     */
    @Transactional(readOnly = true)
    public Slice<ChecklistView> list(String number, @Nullable UUID after, int limit) {
        Release release = releases.get(number);
        List<Checklist> untouched = asked.untouched(release);
        int place = after == null ? 0 : 1 + ids(untouched).indexOf(after);
        List<Checklist> found = new ArrayList<>();
        if (after == null || place > 0) {
            found.addAll(untouched.subList(place, untouched.size()));
            found.addAll(checklists.page(number, Instant.EPOCH, BEFORE_ALL, Limit.of(limit + 1)));
        } else {
            Checklist last = checklists.find(after, number).orElseThrow(() -> unknown(after));
            found.addAll(
                    checklists.page(number, Objects.requireNonNull(last.attachedAt()), last.id(), Limit.of(limit + 1)));
        }
        Slice<Checklist> page = Slice.of(
                found.subList(0, Math.min(found.size(), limit + 1)),
                limit,
                checklist -> checklist.id().toString());
        return new Slice<>(
                page.items().stream().map(each -> view(release, each)).toList(), page.next());
    }

    /** Refuses with {@code checklist-unknown} an id that no checklist of this release has. */
    @Transactional(readOnly = true)
    public ChecklistView get(String number, UUID id) {
        Release release = releases.get(number);
        return view(release, find(release, id));
    }

    /**
     * Attaches a questionnaire by hand, as often as somebody wants it answered.
     *
     * @throws Malformed            {@code questionnaire-unknown}
     * @throws BusinessRuleViolated {@code questionnaire-retired}, {@code checklists-too-many}
     */
    public ChecklistView attach(String number, String code) {
        Release release = rules.lockForWork(number);
        Questionnaire questionnaire = questionnaires
                .findById(code)
                .orElseThrow(() -> new Malformed("questionnaire-unknown", "questionnaire", code));
        if (!questionnaire.isActive()) {
            throw new BusinessRuleViolated("questionnaire-retired", "questionnaire", code);
        }
        if (checklists.count(number, release.cycle()) >= MOST_IN_A_CYCLE) {
            throw new BusinessRuleViolated("checklists-too-many", null, MOST_IN_A_CYCLE);
        }
        Checklist checklist = new Checklist(
                UUID.randomUUID(), release, editions.current(List.of(code)).get(0), null);
        save(checklist);
        occurrences.record(number, OccurrenceCategory.CHECKLIST, "checklists: + " + described(checklist));
        return view(release, checklist);
    }

    /** Keeps what is answered so far. Refuses as {@link #answer}, save that nothing must be answered. */
    public ChecklistView draft(String number, UUID id, Map<String, ?> given, @Nullable String seen) {
        Release release = rules.lockForWork(number);
        Checklist checklist = forWork(release, id, seen);
        checklist.draft(read(checklist, given, false));
        save(checklist);
        return view(release, checklist);
    }

    /**
     * Answers all of it; what was answered before is replaced and stays in the history.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     * @throws Malformed  when an answer does not hold, naming the question
     * @throws WrongState {@code checklist-validated}, {@code checklist-past}
     */
    public ChecklistView answer(String number, UUID id, Map<String, ?> given, @Nullable String seen) {
        Release release = rules.lockForWork(number);
        Checklist checklist = forWork(release, id, seen);
        Checklist.State before = checklist.state();
        checklist.answer(read(checklist, given, true), currentUser.id(), now());
        save(checklist);
        moved(checklist, before, "\n" + AsJson.write(checklist.answers()));
        return view(release, checklist);
    }

    /** Confirms the answers. Refuses with {@code checklist-unanswered}, {@code checklist-past}. */
    public ChecklistView confirm(String number, UUID id, @Nullable String seen) {
        Release release = rules.lockForWork(number);
        Checklist checklist = forWork(release, id, seen);
        Checklist.State before = checklist.state();
        if (before != Checklist.State.VALIDATED) {
            checklist.confirm(currentUser.id(), now());
            save(checklist);
            moved(checklist, before, "");
        }
        return view(release, checklist);
    }

    /** Takes a confirmation back, whoever gave it, so that answers can be corrected. Refuses as {@link #confirm}. */
    public ChecklistView withdrawConfirmation(String number, UUID id, @Nullable String seen) {
        Release release = rules.lockForWork(number);
        Checklist checklist = forWork(release, id, seen);
        Checklist.State before = checklist.state();
        checklist.withdrawConfirmation();
        if (before != checklist.state()) {
            save(checklist);
            moved(checklist, before, "");
        }
        return view(release, checklist);
    }

    /** Detaches what nobody has answered. A step that asks for it goes on asking. Refuses with {@code checklist-answered}. */
    public void remove(String number, UUID id) {
        Release release = rules.lockForWork(number);
        Checklist checklist = forWork(release, id, null);
        checklist.requireUnanswered();
        if (checklist.revision() == null) {
            throw new WrongState("checklist-mandatory", null);
        }
        checklists.delete(checklist);
        occurrences.record(number, OccurrenceCategory.CHECKLIST, "checklists: − " + described(checklist));
    }

    private Checklist forWork(Release release, UUID id, @Nullable String seen) {
        Checklist checklist = find(release, id);
        if (checklist.cycle() != release.cycle()) {
            throw new WrongState("checklist-past", null);
        }
        if (seen != null && !seen.equals(String.valueOf(checklist.revision()))) {
            throw new WrongState("concurrent-change", null);
        }
        return checklist;
    }

    private Checklist find(Release release, UUID id) {
        return checklists
                .find(id, release.number())
                .or(() -> asked.untouched(release).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> unknown(id));
    }

    private static Unknown unknown(UUID id) {
        return new Unknown("checklist-unknown", null, id);
    }

    private Map<String, Object> read(Checklist checklist, Map<String, ?> given, boolean complete) {
        return new AnswerSheet(checklist.definition(), document -> documents.exists(checklist.release(), document))
                .read(given, complete);
    }

    private void save(Checklist checklist) {
        if (checklist.attachedAt() == null) {
            checklist.attach(currentUser.id(), now());
        }
        // At once: whoever asks whether all is confirmed asks the table.
        checklists.saveAndFlush(checklist);
    }

    private void moved(Checklist checklist, Checklist.State before, String more) {
        occurrences.record(
                checklist.release(),
                OccurrenceCategory.CHECKLIST,
                "checklists: " + described(checklist) + ": " + before + " → " + checklist.state() + more);
    }

    private static String described(Checklist checklist) {
        String step = checklist.step();
        return checklist.questionnaire() + " (" + checklist.version() + (step == null ? ")" : ", " + step + ")");
    }

    private ChecklistView view(Release release, Checklist checklist) {
        return new ChecklistView(checklist, rules.actions(release, checklist));
    }

    private static List<UUID> ids(List<Checklist> of) {
        return of.stream().map(Checklist::id).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
