package org.slipway.checklist;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry of questionnaires. Everybody may read it; writing needs {@link Operation#MANAGE_REGISTRIES}. */
@Service
@Transactional
public class Questionnaires {

    private static final int LONGEST = 250_000;

    private final QuestionnaireRepository questionnaires;
    private final EditionRepository editions;
    private final Rights rights;

    Questionnaires(QuestionnaireRepository questionnaires, EditionRepository editions, Rights rights) {
        this.questionnaires = questionnaires;
        this.editions = editions;
        this.rights = rights;
    }

    /** By code; of all kinds and states where none is given. */
    @Transactional(readOnly = true)
    public Slice<Questionnaire> list(
            @Nullable QuestionnaireKind kind, Questionnaire.@Nullable State state, @Nullable String after, int limit) {
        List<Questionnaire> found = questionnaires.page(
                kind == null ? EnumSet.allOf(QuestionnaireKind.class) : EnumSet.of(kind),
                state == null ? EnumSet.allOf(Questionnaire.State.class) : EnumSet.of(state),
                after == null ? "" : after,
                Limit.of(limit + 1));
        return Slice.of(found, limit, Questionnaire::code);
    }

    /** Refuses with {@code questionnaire-unknown}. */
    @Transactional(readOnly = true)
    public Questionnaire get(String code) {
        return questionnaires.findById(code).orElseThrow(() -> new Unknown("questionnaire-unknown", null, code));
    }

    /** What they ask now, by code. */
    @Transactional(readOnly = true)
    public Map<String, Definition> definitions(Collection<Questionnaire> of) {
        return editions.current(of.stream().map(Questionnaire::code).toList()).stream()
                .collect(Collectors.toMap(Edition::questionnaire, Edition::definition));
    }

    /** Whether the person behind this thread maintains questionnaires, and so sees them in all languages. */
    public boolean areMine() {
        return rights.mayI(Operation.MANAGE_REGISTRIES, Rights.ANY_MODEL);
    }

    /** Refuses with {@code questionnaire-exists} a code that another one has, and what is not sound, naming the field. */
    public Questionnaire add(String code, QuestionnaireKind kind, Questionnaire.State state, Definition definition) {
        rights.require(Operation.MANAGE_REGISTRIES);
        requireSound(definition);
        if (questionnaires.existsById(code)) {
            throw new WrongState("questionnaire-exists", "code", code);
        }
        Questionnaire added = questionnaires.saveAndFlush(new Questionnaire(code, kind, state));
        editions.saveAndFlush(new Edition(added, definition));
        return added;
    }

    /**
     * Changes what is given and leaves the rest. What asks something else is a new version; releases that have the old one
     * attached keep it.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    public Questionnaire change(
            String code,
            @Nullable QuestionnaireKind kind,
            Questionnaire.@Nullable State state,
            @Nullable Definition definition,
            @Nullable String seen) {
        rights.require(Operation.MANAGE_REGISTRIES);
        Questionnaire questionnaire = get(code);
        if (seen != null && !seen.equals(String.valueOf(questionnaire.revision()))) {
            throw new WrongState("concurrent-change", null);
        }
        questionnaire.become(kind, state);
        if (definition != null
                && !definition.equals(definitions(List.of(questionnaire)).get(code))) {
            requireSound(definition);
            questionnaire.nextVersion();
            editions.saveAndFlush(new Edition(questionnaire, definition));
        }
        return questionnaires.saveAndFlush(questionnaire);
    }

    private static void requireSound(Definition definition) {
        definition.requireSound("definition.");
        if (AsJson.write(definition).length() > LONGEST) {
            throw new Malformed("text-too-long", "definition", LONGEST);
        }
    }
}
