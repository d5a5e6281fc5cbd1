package org.slipway.webapps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.ImportRefused;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Refusal;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Decides what a failure means for the caller. */
final class Verdicts {

    private static final int DEEPEST = 20;

    private Verdicts() {}

    /**
     * The engine, Jackson and Spring wrap what was thrown inside them. A refusal of our own counts wherever it is in
     * the chain; of the rest, the outermost that is known.
     */
    static Verdict of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        return Stream.concat(
                        chain.stream().map(Verdicts::refusal),
                        chain.stream()
                                .flatMap(cause ->
                                        Stream.of(BadInput.verdict(cause), Conflicts.verdict(cause), known(cause))))
                .filter(verdict -> verdict != null)
                .findFirst()
                .orElseGet(() -> Verdict.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error"));
    }

    /**
     * What our own rooms have refused, answers that do not hold, work on something suspended, or what two people did at
     * once; everything else the engine's REST tells as ever.
     */
    static @Nullable Verdict ofEngine(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        return Stream.of(
                        chain.stream().map(Verdicts::refusal),
                        chain.stream().map(BadInput::answers),
                        chain.stream().map(Conflicts::suspended),
                        chain.stream().map(Conflicts::locking))
                .flatMap(Function.identity())
                .filter(verdict -> verdict != null)
                .findFirst()
                .orElse(null);
    }

    /** For a failure of which only the status is known. */
    static Verdict ofStatus(HttpStatusCode status) {
        return Verdict.of(
                status,
                switch (status.value()) {
                    case 400 -> "malformed";
                    case 401 -> "login-required";
                    case 403 -> "not-allowed";
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 409 -> "concurrent-change";
                    case 413 -> "too-large";
                    case 415 -> "unsupported-media-type";
                    case 503 -> "unavailable";
                    default -> status.is4xxClientError() ? "malformed" : "internal-error";
                });
    }

    private static @Nullable Verdict refusal(Throwable cause) {
        if (!(cause instanceof Refusal refusal)) {
            return null;
        }
        return new Verdict(
                status(refusal),
                refusal.code(),
                refusal.field(),
                Arrays.asList(refusal.arguments()),
                List.of(),
                refusal instanceof ImportRefused refused ? refused.lines() : List.of(),
                HttpHeaders.EMPTY);
    }

    private static HttpStatus status(Refusal refusal) {
        if (refusal instanceof Malformed) {
            return HttpStatus.BAD_REQUEST;
        } else if (refusal instanceof NotAllowed) {
            return HttpStatus.FORBIDDEN;
        } else if (refusal instanceof Unknown) {
            return HttpStatus.NOT_FOUND;
        } else if (refusal instanceof WrongState) {
            return HttpStatus.CONFLICT;
        } else if (refusal instanceof BusinessRuleViolated) {
            return HttpStatus.UNPROCESSABLE_ENTITY;
        }
        ResponseStatus own = AnnotatedElementUtils.findMergedAnnotation(refusal.getClass(), ResponseStatus.class);
        return own == null ? HttpStatus.UNPROCESSABLE_ENTITY : own.code();
    }

    private static @Nullable Verdict known(Throwable cause) {
        if (cause instanceof AccessDeniedException || cause instanceof AuthorizationException) {
            return ofStatus(HttpStatus.FORBIDDEN);
        }
        if (cause instanceof MaxUploadSizeExceededException) {
            // Refused before any room has seen the file.
            return Verdict.of(HttpStatus.PAYLOAD_TOO_LARGE, "document-too-large", "file");
        }
        if (cause instanceof ErrorResponse response) {
            Verdict verdict = ofStatus(response.getStatusCode());
            return verdict.with(response.getHeaders());
        }
        return null;
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Throwable cause = thrown;
        while (cause != null && chain.size() < DEEPEST && !chain.contains(cause)) {
            chain.add(cause);
            cause = cause.getCause();
        }
        return chain;
    }
}
