package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.slipway.process.flow.InstancesOfReleases;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts into the journal what those read who may audit: the journal, rights, whatever they open of a release or look for in the
 * registries, and the engine's history ({@link NotedAtTheEngine}). The same read again within ten minutes is one reading.
 */
@Configuration(proxyBeanMethods = false)
class AuditorsReading implements WebMvcConfigurer, HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(AuditorsReading.class);

    private static final Duration ONE_READING = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final Journal journal;
    private final InstancesOfReleases instances;
    private final Rights rights;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final Map<String, Instant> readings = new ConcurrentHashMap<>();

    AuditorsReading(
            Journal journal, InstancesOfReleases instances, Rights rights, CurrentUser currentUser, Clock clock) {
        this.journal = journal;
        this.instances = instances;
        this.rights = rights;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**", "/releases/**", "/insights", "/board/**");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getMethod().equals("GET") && response.getStatus() < 400) {
            note(Reading.ofOurs(request.getRequestURI(), request.getQueryString()));
        }
    }

    /** Whether what this person reads is noted at all. */
    boolean concerns() {
        return !currentUser.isSystem() && rights.mayI(Operation.AUDIT, Rights.ANY_MODEL);
    }

    /** What cannot be noted does not change what the reader is answered. */
    void note(Optional<Reading> read) {
        if (read.isEmpty() || !concerns()) {
            return;
        }
        try {
            if (!isNew(read.get())) {
                return;
            }
            Reading known = known(read.get());
            if (known.subject().equals(read.get().subject()) || isNew(known)) {
                journal.recordApart(
                        EntryKind.READ,
                        known.release(),
                        known.subject(),
                        known.criteria() == null ? Map.of() : Map.of("query", known.criteria()));
            }
        } catch (RuntimeException e) {
            LOG.error("The reading of {} could not be noted", read.get().subject(), e);
        }
    }

    /** A task is read with its instance, an instance with its release. */
    private Reading known(Reading read) {
        String instance = read.instance() == null && read.task() != null
                ? instances.ofTask(read.task()).orElse(null)
                : read.instance();
        return instance == null
                ? read
                : read.of(instance, instances.releaseOf(instance).orElse(null));
    }

    private boolean isNew(Reading read) {
        String what = read.subject() + "?" + read.criteria();
        Instant now = clock.instant();
        if (readings.size() > MOST_REMEMBERED) {
            readings.values().removeIf(at -> at.plus(ONE_READING).isBefore(now));
        }
        Instant before = readings.put(currentUser.id() + " " + what, now);
        return before == null || before.plus(ONE_READING).isBefore(now);
    }
}
