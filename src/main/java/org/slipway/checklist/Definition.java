package org.slipway.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/** What a questionnaire asks, in all languages. */
public record Definition(
        @NotNull @Valid Text title,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Section> sections) {

    static final int LONGEST_LINE = 250;
    static final int LONGEST_TEXT = 65_000;

    private static final String KEY = "[A-Za-z][A-Za-z0-9_-]{0,39}";

    /** @param title none for questions that need no heading */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Section(
            @Valid @Nullable Text title,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Question> questions) {}

    /**
     * @param key       names the answer; unique within the questionnaire
     * @param mandatory must be answered before the checklist counts as answered; absent means no
     * @param maxLength characters of a text; a line has at most 250 and a long text 65 000 when none is given
     * @param choices   of the two types that have some, at least two
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Question(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotNull QuestionType type,
            @NotNull @Valid Text text,
            @Nullable Boolean mandatory,
            @Min(1) @Max(LONGEST_TEXT) @Nullable Integer maxLength,
            @Size(max = 30) @Nullable List<@NotNull @Valid Choice> choices) {

        boolean isMandatory() {
            return Boolean.TRUE.equals(mandatory);
        }

        int longest() {
            int most = type == QuestionType.TEXT ? LONGEST_LINE : LONGEST_TEXT;
            return maxLength == null ? most : Math.min(most, maxLength);
        }

        boolean offers(String choice) {
            if (type == QuestionType.YES_NO) {
                return choice.equals("YES") || choice.equals("NO");
            }
            return choices != null
                    && choices.stream().anyMatch(each -> each.key().equals(choice));
        }
    }

    public record Choice(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotNull @Valid Text text) {}

    Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    /**
     * Refuses with {@code key-twice} two questions, or two choices of a question, with one key, and with
     * {@code choices-malformed} a question that has too few choices or none to have.
     *
     * @param path begins the name of the field at fault
     */
    void requireSound(String path) {
        Set<String> keys = new HashSet<>();
        for (int s = 0; s < sections.size(); s++) {
            List<Question> questions = sections.get(s).questions();
            for (int q = 0; q < questions.size(); q++) {
                String at = path + "sections[" + s + "].questions[" + q + "]";
                requireSound(questions.get(q), at, keys);
            }
        }
    }

    private static void requireSound(Question question, String at, Set<String> keys) {
        if (!keys.add(question.key())) {
            throw new Malformed("key-twice", at + ".key", question.key());
        }
        List<Choice> choices = question.choices() == null ? List.of() : question.choices();
        boolean enough = question.type().hasChoices() ? choices.size() > 1 : choices.isEmpty();
        if (!enough) {
            throw new Malformed("choices-malformed", at + ".choices", question.type());
        }
        Set<String> offered = new HashSet<>();
        choices.forEach(choice -> {
            if (!offered.add(choice.key())) {
                throw new Malformed("key-twice", at + ".choices", choice.key());
            }
        });
    }
}
