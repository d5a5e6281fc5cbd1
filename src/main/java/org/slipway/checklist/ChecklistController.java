package org.slipway.checklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The checklists of a release over HTTP. Texts come in the reader's language. */
@RestController
@RequestMapping("/api/releases/{number}/checklists")
class ChecklistController {

    private final Checklists checklists;

    ChecklistController(Checklists checklists) {
        this.checklists = checklists;
    }

    /** First what steps ask for and nobody has touched, then oldest first. */
    @GetMapping
    Slice<ChecklistLine> list(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Locale language) {
        Slice<ChecklistView> page = checklists.list(number, after, limit);
        return new Slice<>(
                page.items().stream()
                        .map(each -> ChecklistLine.of(each, language))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<ChecklistRecord> get(@PathVariable String number, @PathVariable UUID id, Locale language) {
        return answer(ResponseEntity.ok(), checklists.get(number, id), language);
    }

    @PostMapping
    ResponseEntity<ChecklistRecord> attach(
            @PathVariable String number, @Valid @RequestBody NewChecklist wanted, Locale language) {
        ChecklistView attached = checklists.attach(number, wanted.questionnaire());
        URI location = URI.create("/api/releases/" + number + "/checklists/"
                + attached.checklist().id());
        return answer(ResponseEntity.created(location), attached, language);
    }

    /** The answers as a whole; {@code If-Match} may name the revision that the caller has seen. */
    @PutMapping("/{id}/answers")
    ResponseEntity<ChecklistRecord> answer(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Answers given,
            Locale language) {
        String seen = EntityTag.revision(ifMatch);
        ChecklistView answered = Boolean.TRUE.equals(given.draft())
                ? checklists.draft(number, id, given.answers(), seen)
                : checklists.answer(number, id, given.answers(), seen);
        return answer(ResponseEntity.ok(), answered, language);
    }

    @PostMapping("/{id}/confirmation")
    ResponseEntity<ChecklistRecord> confirm(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        return answer(ResponseEntity.ok(), checklists.confirm(number, id, EntityTag.revision(ifMatch)), language);
    }

    @DeleteMapping("/{id}/confirmation")
    ResponseEntity<ChecklistRecord> withdrawConfirmation(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        return answer(
                ResponseEntity.ok(),
                checklists.withdrawConfirmation(number, id, EntityTag.revision(ifMatch)),
                language);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String number, @PathVariable UUID id) {
        checklists.remove(number, id);
    }

    private static ResponseEntity<ChecklistRecord> answer(
            ResponseEntity.BodyBuilder response, ChecklistView view, Locale language) {
        Integer revision = view.checklist().revision();
        if (revision != null) {
            response.eTag(EntityTag.of(revision));
        }
        return response.body(ChecklistRecord.of(view, language));
    }

    record NewChecklist(@NotBlank @Size(max = 40) String questionnaire) {}

    /**
     * @param answers by the key of the question: a text, {@code YES} or {@code NO}, the key of a choice, a list of such keys,
     *                the id of a document of the release
     * @param draft   keeps them for later
     */
    record Answers(
            @NotNull Map<String, Object> answers, @Nullable Boolean draft) {}

    /**
     * @param version   of the questionnaire
     * @param step      that asks for it; none when a person attached it
     * @param mandatory whether a step asks for it
     */
    record ChecklistLine(
            UUID id,
            String questionnaire,
            String title,
            int version,
            @Nullable String step,
            boolean mandatory,
            Checklist.State state,
            int cycle,
            @Nullable String attachedBy,
            @Nullable Instant attachedAt,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            Set<ChecklistView.Action> actions) {

        static ChecklistLine of(ChecklistView view, Locale language) {
            Checklist from = view.checklist();
            return new ChecklistLine(
                    from.id(),
                    from.questionnaire(),
                    from.definition().title().in(language),
                    from.version(),
                    from.step(),
                    from.step() != null,
                    from.state(),
                    from.cycle(),
                    from.attachedBy(),
                    from.attachedAt(),
                    from.answeredBy(),
                    from.answeredAt(),
                    from.confirmedBy(),
                    from.confirmedAt(),
                    view.actions());
        }
    }

    /** @param revision the entity tag; none while nobody has touched it */
    record ChecklistRecord(
            @JsonUnwrapped ChecklistLine checklist,
            List<SectionRecord> sections,
            Map<String, Object> answers,
            @Nullable Integer revision) {

        static ChecklistRecord of(ChecklistView view, Locale language) {
            Checklist from = view.checklist();
            return new ChecklistRecord(
                    ChecklistLine.of(view, language),
                    SectionRecord.of(from.definition(), language),
                    from.answers(),
                    from.revision());
        }
    }
}
