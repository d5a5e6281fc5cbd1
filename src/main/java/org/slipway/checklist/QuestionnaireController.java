package org.slipway.checklist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slipway.checklist.Assignments.ModelStep;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The registry of questionnaires over HTTP. Texts come in the reader's language. */
@RestController
@RequestMapping("/api/questionnaires")
class QuestionnaireController {

    private final Questionnaires questionnaires;
    private final Assignments assignments;

    QuestionnaireController(Questionnaires questionnaires, Assignments assignments) {
        this.questionnaires = questionnaires;
        this.assignments = assignments;
    }

    @GetMapping
    Slice<QuestionnaireLine> list(
            @RequestParam(required = false) @Nullable QuestionnaireKind kind,
            @RequestParam(required = false) Questionnaire.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Locale language) {
        Slice<Questionnaire> page = questionnaires.list(kind, state, after, limit);
        Map<String, Definition> definitions = questionnaires.definitions(page.items());
        return new Slice<>(
                page.items().stream()
                        .map(each -> QuestionnaireLine.of(
                                each, Objects.requireNonNull(definitions.get(each.code())), language))
                        .toList(),
                page.next());
    }

    /** Whoever maintains questionnaires also gets the texts in all languages. */
    @GetMapping("/{code}")
    ResponseEntity<QuestionnaireRecord> get(@PathVariable String code, Locale language) {
        return answer(ResponseEntity.ok(), questionnaires.get(code), language);
    }

    @PostMapping
    ResponseEntity<QuestionnaireRecord> add(@Valid @RequestBody NewQuestionnaire wanted, Locale language) {
        Questionnaire added = questionnaires.add(
                wanted.code(),
                wanted.kind(),
                wanted.state() == null ? Questionnaire.State.ACTIVE : wanted.state(),
                wanted.definition());
        return answer(ResponseEntity.created(URI.create("/api/questionnaires/" + added.code())), added, language);
    }

    @PatchMapping("/{code}")
    ResponseEntity<QuestionnaireRecord> change(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody QuestionnaireChange change,
            Locale language) {
        Questionnaire changed = questionnaires.change(
                code, change.kind(), change.state(), change.definition(), EntityTag.revision(ifMatch));
        return answer(ResponseEntity.ok(), changed, language);
    }

    /** The steps that ask for it. */
    @GetMapping("/{code}/assignments")
    Slice<ModelStep> assignments(@PathVariable String code) {
        return new Slice<>(assignments.of(code), null);
    }

    @PostMapping("/{code}/assignments")
    @ResponseStatus(HttpStatus.CREATED)
    ModelStep assign(@PathVariable String code, @Valid @RequestBody NewAssignment wanted) {
        ModelStep to = new ModelStep(wanted.model(), wanted.step());
        assignments.add(code, to);
        return to;
    }

    @DeleteMapping("/{code}/assignments/{model}/{step}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String code, @PathVariable String model, @PathVariable String step) {
        assignments.remove(code, new ModelStep(model, step));
    }

    private ResponseEntity<QuestionnaireRecord> answer(
            ResponseEntity.BodyBuilder response, Questionnaire questionnaire, Locale language) {
        Definition definition = Objects.requireNonNull(
                questionnaires.definitions(List.of(questionnaire)).get(questionnaire.code()));
        return response.eTag(EntityTag.of(questionnaire.revision()))
                .body(new QuestionnaireRecord(
                        questionnaire.code(),
                        definition.title().in(language),
                        questionnaire.kind(),
                        questionnaire.state(),
                        questionnaire.version(),
                        SectionRecord.of(definition, language),
                        questionnaires.areMine() ? definition : null,
                        questionnaire.revision()));
    }

    record NewQuestionnaire(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
            String code,

            @NotNull QuestionnaireKind kind,
            Questionnaire.@Nullable State state,
            @NotNull @Valid Definition definition) {}

    record QuestionnaireChange(
            @Nullable QuestionnaireKind kind,
            Questionnaire.@Nullable State state,
            @Valid @Nullable Definition definition) {}

    record NewAssignment(
            @NotBlank @Size(max = 64) String model,

            @NotNull @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_.-]{0,63}")
            String step) {}

    record QuestionnaireLine(
            String code, String title, QuestionnaireKind kind, Questionnaire.State state, int version) {

        static QuestionnaireLine of(Questionnaire from, Definition asks, Locale language) {
            return new QuestionnaireLine(
                    from.code(), asks.title().in(language), from.kind(), from.state(), from.version());
        }
    }

    /**
     * @param definition the texts in all languages, for those who maintain them
     * @param revision   the entity tag
     */
    record QuestionnaireRecord(
            String code,
            String title,
            QuestionnaireKind kind,
            Questionnaire.State state,
            int version,
            List<SectionRecord> sections,
            @Nullable Definition definition,
            int revision) {}
}
