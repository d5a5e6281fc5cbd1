package org.slipway.webapps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.ImportRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What a failure means for the caller, before it is put into words. */
record Verdict(
        HttpStatusCode status,
        String code,
        @Nullable String field,
        List<?> arguments,
        List<Problem.FieldProblem> errors,
        List<ImportRefused.Line> lines,
        HttpHeaders headers) {

    static Verdict of(HttpStatusCode status, String code) {
        return of(status, code, null);
    }

    static Verdict of(HttpStatusCode status, String code, @Nullable String field, Object... arguments) {
        return new Verdict(status, code, field, List.of(arguments), List.of(), List.of(), HttpHeaders.EMPTY);
    }

    /** A request whose fields are at fault. */
    static Verdict of(List<Problem.FieldProblem> errors) {
        String field = errors.size() == 1 ? errors.get(0).field() : null;
        return new Verdict(
                HttpStatus.BAD_REQUEST,
                "fields-invalid",
                field,
                List.of(errors.size()),
                errors,
                List.of(),
                HttpHeaders.EMPTY);
    }

    Verdict with(HttpHeaders more) {
        return new Verdict(status, code, field, arguments, errors, lines, more);
    }

    boolean isOurFault() {
        return status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
