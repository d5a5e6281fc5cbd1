package org.slipway.audit.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.checklist.Checklist;
import org.slipway.checklist.Definition;

/**
 * A checklist as evidence.
 *
 * @param version of the questionnaire
 * @param step    that asks for it; none when a person attached it
 * @param asked   the questions, in all languages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PackedChecklist(
        UUID id,
        int cycle,
        String questionnaire,
        int version,
        @Nullable String step,
        String state,
        @Nullable String attachedBy,
        @Nullable Instant attachedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        Definition asked,
        Map<String, Object> answers) {

    static PackedChecklist of(Checklist from) {
        return new PackedChecklist(
                from.id(),
                from.cycle(),
                from.questionnaire(),
                from.version(),
                from.step(),
                from.state().name(),
                from.attachedBy(),
                from.attachedAt(),
                from.answeredBy(),
                from.answeredAt(),
                from.confirmedBy(),
                from.confirmedAt(),
                from.definition(),
                from.answers());
    }
}
