package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts into the journal what those read who may audit: the journal itself, and whatever they open of a release. The same
 * thing read again within ten minutes is one reading.
 */
@Configuration(proxyBeanMethods = false)
class AuditorsReading implements WebMvcConfigurer, HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(AuditorsReading.class);

    private static final Duration ONE_READING = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;
    private static final Pattern READ =
            Pattern.compile("/api/audit/journal|/api/releases/(REL-\\d{6,12})(?:/.*)?|/releases/(REL-\\d{6,12})");

    private final Journal journal;
    private final Rights rights;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final Map<String, Instant> readings = new ConcurrentHashMap<>();

    AuditorsReading(Journal journal, Rights rights, CurrentUser currentUser, Clock clock) {
        this.journal = journal;
        this.rights = rights;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**", "/releases/**");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!request.getMethod().equals("GET") || response.getStatus() >= 400 || currentUser.isSystem()) {
            return;
        }
        String path = request.getRequestURI();
        Matcher read = READ.matcher(path);
        if (!read.matches() || !rights.mayI(Operation.AUDIT, Rights.ANY_MODEL)) {
            return;
        }
        // Of the journal it matters what was looked for; of a release, that it was opened.
        boolean ofJournal = read.group(1) == null && read.group(2) == null;
        String query = ofJournal ? request.getQueryString() : null;
        if (!isNew(path + "?" + query)) {
            return;
        }
        String release = read.group(1) == null ? read.group(2) : read.group(1);
        try {
            journal.record(EntryKind.READ, release, path, query == null ? Map.of() : Map.of("query", query));
        } catch (RuntimeException e) {
            LOG.error("The reading of {} could not be noted", path, e);
        }
    }

    private boolean isNew(String what) {
        Instant now = clock.instant();
        if (readings.size() > MOST_REMEMBERED) {
            readings.values().removeIf(at -> at.plus(ONE_READING).isBefore(now));
        }
        Instant before = readings.put(currentUser.id() + " " + what, now);
        return before == null || before.plus(ONE_READING).isBefore(now);
    }
}
