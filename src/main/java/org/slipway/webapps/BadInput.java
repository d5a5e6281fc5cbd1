package org.slipway.webapps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Requests that cannot be read or whose fields break a rule of form; names the field as the caller named it. */
final class BadInput {

    private BadInput() {}

    static @Nullable Verdict verdict(Throwable cause) {
        if (cause instanceof MethodArgumentNotValidException invalid) {
            return fields(
                    invalid.getBindingResult().getFieldErrors(),
                    invalid.getBindingResult().getAllErrors());
        } else if (cause instanceof BindException invalid) {
            return fields(invalid.getFieldErrors(), invalid.getAllErrors());
        } else if (cause instanceof HandlerMethodValidationException invalid && !invalid.isForReturnValue()) {
            return Verdict.of(invalid.getParameterValidationResults().stream()
                    .flatMap(BadInput::parameter)
                    .toList());
        } else if (cause instanceof ConstraintViolationException) {
            return answers(cause);
        } else if (cause instanceof MissingServletRequestParameterException missing) {
            return Verdict.of(
                    HttpStatus.BAD_REQUEST, "field-required", missing.getParameterName(), missing.getParameterName());
        } else if (cause instanceof MissingServletRequestPartException missing) {
            return Verdict.of(
                    HttpStatus.BAD_REQUEST,
                    "field-required",
                    missing.getRequestPartName(),
                    missing.getRequestPartName());
        } else if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
            return value(mismatch.getName(), mismatch.getRequiredType());
        } else if (cause instanceof TypeMismatchException mismatch && mismatch.getPropertyName() != null) {
            return value(mismatch.getPropertyName(), mismatch.getRequiredType());
        } else if (cause instanceof JsonProcessingException unreadable) {
            return json(unreadable);
        } else if (cause instanceof HttpMessageNotReadableException unreadable
                && !(unreadable.getCause() instanceof JsonProcessingException)) {
            return Verdict.of(HttpStatus.BAD_REQUEST, "malformed");
        }
        return null;
    }

    private static Verdict json(JsonProcessingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return Verdict.of(HttpStatus.BAD_REQUEST, "field-unknown", path(unknown), path(unknown));
        } else if (unreadable instanceof InvalidFormatException invalid
                && !path(invalid).isEmpty()) {
            return value(path(invalid), invalid.getTargetType());
        } else if (unreadable instanceof JsonMappingException mapping
                && !path(mapping).isEmpty()) {
            return Verdict.of(HttpStatus.BAD_REQUEST, "field-invalid", path(mapping), path(mapping));
        }
        return Verdict.of(HttpStatus.BAD_REQUEST, "malformed");
    }

    /** Says which values or which form would do. */
    private static Verdict value(String field, @Nullable Class<?> wanted) {
        if (wanted != null && wanted.isEnum()) {
            String choices = Arrays.stream(wanted.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return Verdict.of(HttpStatus.BAD_REQUEST, "field-not-a-choice", field, field, choices);
        } else if (wanted != null && Temporal.class.isAssignableFrom(wanted)) {
            return Verdict.of(HttpStatus.BAD_REQUEST, "field-not-a-time", field, field);
        }
        return Verdict.of(HttpStatus.BAD_REQUEST, "field-invalid", field, field);
    }

    private static String path(JsonMappingException unreadable) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : unreadable.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static Verdict fields(List<FieldError> fields, List<? extends MessageSourceResolvable> all) {
        if (fields.isEmpty()) {
            String detail = all.stream().map(BadInput::text).collect(Collectors.joining(" "));
            return Verdict.of(List.of(new Problem.FieldProblem("", "invalid", detail)));
        }
        return Verdict.of(fields.stream()
                .map(error -> new Problem.FieldProblem(error.getField(), code(error.getCode()), text(error)))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList());
    }

    private static Stream<Problem.FieldProblem> parameter(ParameterValidationResult result) {
        String name = result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream()
                .map(error -> new Problem.FieldProblem(
                        error instanceof FieldError field ? field.getField() : String.valueOf(name),
                        error instanceof FieldError field ? code(field.getCode()) : code(lastCode(error)),
                        text(error)));
    }

    /** Answers to a task that do not hold; each names its field. */
    static @Nullable Verdict answers(Throwable cause) {
        return cause instanceof ConstraintViolationException invalid
                ? Verdict.of(invalid.getConstraintViolations().stream()
                        .map(BadInput::violation)
                        .sorted((one, other) -> one.field().compareTo(other.field()))
                        .toList())
                : null;
    }

    private static Problem.FieldProblem violation(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Problem.FieldProblem(
                path.substring(path.indexOf('.') + 1), code(constraint), violation.getMessage());
    }

    private static @Nullable String lastCode(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
    }

    /** {@code NotBlank} is {@code required}; any other rule is told by its own name in kebab case. */
    private static String code(@Nullable String constraint) {
        if (constraint == null) {
            return "invalid";
        }
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "typeMismatch" -> "invalid";
            default -> constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String text(MessageSourceResolvable error) {
        String text = error.getDefaultMessage();
        return text == null ? "" : text;
    }
}
