package org.slipway.cmdb;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the sender of a refused import, in his language, what is wrong with which line. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportAdvice {

    private final MessageSource texts;

    ImportAdvice(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail refused(ImportRefused refused, Locale locale) {
        String detail = text(refused.code(), refused.arguments(), locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, detail);
        problem.setType(URI.create("urn:slipway:problem:" + refused.code()));
        problem.setProperty("code", refused.code());
        problem.setProperty(
                "lines",
                refused.lines().stream().map(line -> line(line, locale)).toList());
        return problem;
    }

    private LineProblem line(ImportRefused.Line line, Locale locale) {
        String message = text(line.code(), line.arguments().toArray(), locale);
        return new LineProblem(line.file(), line.line(), line.column(), line.code(), message);
    }

    private String text(String code, Object[] arguments, Locale locale) {
        return texts.getMessage("problem." + code, arguments, code, locale);
    }

    record LineProblem(String file, int line, @Nullable String column, String code, String message) {}
}
