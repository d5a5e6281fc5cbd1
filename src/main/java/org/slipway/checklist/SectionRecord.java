package org.slipway.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slipway.checklist.Definition.Choice;
import org.slipway.checklist.Definition.Question;
import org.slipway.checklist.Definition.Section;

/** Questions under one heading, in one language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SectionRecord(@Nullable String title, List<QuestionRecord> questions) {

    /**
     * @param maxLength of texts
     * @param choices   of the types that have some
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionRecord(
            String key,
            QuestionType type,
            String text,
            boolean mandatory,
            @Nullable Integer maxLength,
            @Nullable List<ChoiceRecord> choices) {

        static QuestionRecord of(Question from, Locale language) {
            List<Choice> choices = from.choices();
            return new QuestionRecord(
                    from.key(),
                    from.type(),
                    from.text().in(language),
                    from.isMandatory(),
                    from.type().isText() ? from.longest() : null,
                    choices == null
                            ? null
                            : choices.stream()
                                    .map(choice -> new ChoiceRecord(
                                            choice.key(), choice.text().in(language)))
                                    .toList());
        }
    }

    record ChoiceRecord(String key, String text) {}

    static List<SectionRecord> of(Definition definition, Locale language) {
        return definition.sections().stream()
                .map(section -> of(section, language))
                .toList();
    }

    private static SectionRecord of(Section from, Locale language) {
        Text title = from.title();
        return new SectionRecord(
                title == null ? null : title.in(language),
                from.questions().stream()
                        .map(question -> QuestionRecord.of(question, language))
                        .toList());
    }
}
