package org.slipway.webapps.retry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What a command was answered with, and to which request. */
record KeptAnswer(
        String fingerprint,
        Instant claimedAt,
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String entityTag,
        String body) {

    static final String REPLAYED = "Idempotency-Replayed";

    static KeptAnswer of(Claim claim, Instant now, ContentCachingResponseWrapper answer) {
        return new KeptAnswer(
                claim.fingerprint(),
                now,
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    void replay(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader(REPLAYED, "true");
        if (location != null) {
            response.setHeader(HttpHeaders.LOCATION, location);
        }
        if (entityTag != null) {
            response.setHeader(HttpHeaders.ETAG, entityTag);
        }
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
