package org.slipway.checklist;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slipway.checklist.Definition.Question;
import org.slipway.shared.Malformed;

/** Reads the answers to a questionnaire; each refusal names the field, such as {@code answers.rollBackTested}. */
final class AnswerSheet {

    private static final int MOST = 250_000;

    private final Definition asked;
    private final Predicate<UUID> isDocument;

    AnswerSheet(Definition asked, Predicate<UUID> isDocument) {
        this.asked = asked;
        this.isDocument = isDocument;
    }

    /**
     * The answers in the order of the questions, without those that say nothing.
     *
     * @param complete whether every mandatory question must be answered
     * @throws Malformed {@code question-unknown}, {@code answer-malformed}, {@code choice-unknown}, {@code text-too-long},
     *                   {@code document-unknown}, {@code required}
     */
    Map<String, Object> read(Map<String, ?> given, boolean complete) {
        Map<String, Object> answers = new LinkedHashMap<>();
        asked.questions().forEach(question -> {
            Object answer = answer(question, given.get(question.key()));
            if (answer != null) {
                answers.put(question.key(), answer);
            } else if (complete && question.isMandatory()) {
                throw new Malformed("required", field(question.key()));
            }
        });
        for (String key : given.keySet()) {
            if (asked.questions().noneMatch(question -> question.key().equals(key))) {
                throw new Malformed("question-unknown", field(key), key);
            }
        }
        if (AsJson.write(answers).length() > MOST) {
            throw new Malformed("text-too-long", "answers", MOST);
        }
        return answers;
    }

    private @Nullable Object answer(Question question, @Nullable Object given) {
        if (given == null) {
            return null;
        }
        if (question.type() == QuestionType.MULTIPLE_CHOICE) {
            return choices(question, given);
        }
        if (!(given instanceof String text)) {
            throw new Malformed("answer-malformed", field(question.key()));
        }
        if (text.isBlank()) {
            return null;
        }
        if (question.type().isText()) {
            if (text.length() > question.longest()) {
                throw new Malformed("text-too-long", field(question.key()), question.longest());
            }
            return text;
        }
        return question.type() == QuestionType.ATTACHMENT ? document(question, text) : choice(question, text);
    }

    private @Nullable Object choices(Question question, Object given) {
        if (!(given instanceof List<?> chosen)) {
            throw new Malformed("answer-malformed", field(question.key()));
        }
        LinkedHashSet<String> keys = new LinkedHashSet<>();
        chosen.forEach(each -> keys.add(choice(question, String.valueOf(each))));
        return keys.isEmpty() ? null : List.copyOf(keys);
    }

    private static String choice(Question question, String chosen) {
        if (!question.offers(chosen)) {
            throw new Malformed("choice-unknown", field(question.key()), chosen);
        }
        return chosen;
    }

    private String document(Question question, String id) {
        try {
            if (isDocument.test(UUID.fromString(id))) {
                return id;
            }
        } catch (IllegalArgumentException noId) {
            // It names no document either.
        }
        throw new Malformed("attachment-unknown", field(question.key()));
    }

    private static String field(String key) {
        return "answers." + key;
    }
}
