package org.slipway.process.task;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slipway.shared.Malformed;
import org.springframework.stereotype.Component;

/** The steps by the id of their task. A task that a process owner invents has none and asks what its form asks. */
@Component
class StepCatalogue {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final Map<String, Step<?>> steps;
    private final ObjectMapper json;
    private final Validator validator;

    StepCatalogue(List<Step<?>> steps, ObjectMapper json, Validator validator) {
        this.steps = steps.stream().collect(Collectors.toMap(Step::task, Function.identity()));
        this.json = json;
        this.validator = validator;
    }

    Optional<Step<?>> find(String task) {
        return Optional.ofNullable(steps.get(task));
    }

    /** The names of what a step asks. */
    static List<String> questions(Step<?> step) {
        return Arrays.stream(step.answers().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /**
     * Reads what somebody has answered.
     *
     * @throws Malformed                    {@code answer-unknown} or {@code answer-malformed}, naming the field
     * @throws ConstraintViolationException when an answer is missing or too long
     */
    <A extends Record> A read(Step<A> step, Map<String, ?> given) {
        A answers = convert(step, given);
        Set<ConstraintViolation<A>> violations = validator.validate(answers);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return answers;
    }

    /** What was read, as the process goes on with it: a choice by its name, a day by its date, nothing of what was left open. */
    Map<String, Object> values(Record answers) {
        Map<String, Object> values = new HashMap<>(json.convertValue(answers, VALUES));
        values.values().removeIf(Objects::isNull);
        return values;
    }

    private <A extends Record> A convert(Step<A> step, Map<String, ?> given) {
        try {
            return json.convertValue(given, step.answers());
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
                throw new Malformed("answer-unknown", unknown.getPropertyName(), unknown.getPropertyName());
            }
            if (e.getCause() instanceof JsonMappingException broken
                    && !broken.getPath().isEmpty()) {
                throw new Malformed("answer-malformed", broken.getPath().get(0).getFieldName());
            }
            throw e;
        }
    }
}
