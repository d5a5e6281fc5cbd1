package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.shared.ImportRefused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Puts a verdict into the words of the person who asked. */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final MessageSource texts;
    private final LocaleResolver languages;
    private final Refusals refusals;

    Problems(MessageSource texts, LocaleResolver languages, Refusals refusals) {
        this.texts = texts;
        this.languages = languages;
        this.refusals = refusals;
    }

    /** What is our own fault is logged with a reference, which is all that the caller is told of it. */
    Problem tell(Verdict verdict, HttpServletRequest request, @Nullable String path, @Nullable Throwable cause) {
        Locale language = languages.resolveLocale(request);
        String reference = null;
        if (verdict.isOurFault()) {
            reference = UUID.randomUUID().toString();
            LOG.error("Problem {} at {} {}", reference, request.getMethod(), path, cause);
        } else if (verdict.code().equals(Conflicts.GONE) && path != null && !path.contains("/task")) {
            // Who names a task may come too late; who names none has met something of the engine that should be there.
            LOG.warn("Something of the engine was missing at {} {}", request.getMethod(), path, cause);
        } else {
            LOG.debug("Refused with {} at {} {}", verdict.code(), request.getMethod(), path, cause);
        }
        refusals.note(verdict, request, path);
        String detail = detail(verdict, reference, language);
        return new Problem(
                "urn:slipway:problem:" + verdict.code(),
                text("title." + verdict.status().value(), new Object[0], "Problem", language),
                verdict.status().value(),
                detail,
                detail,
                verdict.code(),
                verdict.field(),
                verdict.errors(),
                verdict.lines().stream().map(line -> tell(line, language)).toList(),
                path,
                reference);
    }

    private Problem.LineProblem tell(ImportRefused.Line line, Locale language) {
        String message = text("problem." + line.code(), line.arguments().toArray(), line.code(), language);
        return new Problem.LineProblem(line.file(), line.line(), line.column(), line.code(), message);
    }

    private String detail(Verdict verdict, @Nullable String reference, Locale language) {
        Object[] arguments = reference == null ? verdict.arguments().toArray() : new Object[] {reference};
        return text("problem." + verdict.code(), arguments, verdict.code(), language);
    }

    private String text(String key, Object[] arguments, String otherwise, Locale language) {
        String text = texts.getMessage(key, arguments, otherwise, language);
        return text == null ? otherwise : text;
    }
}
