package org.slipway.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.shared.WrongState;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after the journal where nobody asks: verifies all of it at night against this node's anchors, and sees every minute
 * whether what was committed is sealed and what was sealed is anchored. What is wrong is said in the log, by metrics, and
 * as the health of the component {@code journal}, which keeps no node from serving.
 */
@Component("journalHealthIndicator")
class JournalWatch implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWatch.class);

    /** Of each half, when the oldest thing was made that is not sealed. */
    private static final List<String> UNSEALED = List.of(
            "select min(e.at) from audit_entry e where e.position is null",
            "select min(o.at) from release_record r join release_occurrence o on o.release_number = r.number"
                    + " and o.sequence_number = r.sealed_count + 1 where r.unsealed");

    private final JournalVerification verification;
    private final Anchors anchors;
    private final WatchSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Verification last;
    private volatile @Nullable Instant verified;
    private volatile Duration unsealed = Duration.ZERO;
    private volatile Duration unanchored = Duration.ZERO;

    JournalWatch(
            JournalVerification verification,
            Anchors anchors,
            WatchSettings settings,
            JdbcClient jdbc,
            Clock clock,
            MeterRegistry metrics) {
        this.verification = verification;
        this.anchors = anchors;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("slipway.journal.valid", this, JournalWatch::valid)
                .description("Whether the last verification by this node found the journal whole: 1, or bent: 0")
                .register(metrics);
        Gauge.builder("slipway.journal.verified", this, JournalWatch::verifiedAt)
                .description("When this node last verified the journal by itself, in seconds since 1970")
                .register(metrics);
        Gauge.builder("slipway.journal.unsealed", this, watch -> watch.unsealed.toMillis() / 1e3)
                .description("How long the oldest line or entry has been waiting to be sealed, in seconds")
                .register(metrics);
        Gauge.builder("slipway.journal.unanchored", this, watch -> watch.unanchored.toMillis() / 1e3)
                .description(
                        "How long the head of the chain has been waiting to be taken where it is to go, in seconds")
                .register(metrics);
    }

    @Scheduled(cron = "${slipway.audit.verification.schedule:0 30 3 * * *}")
    void verify() {
        try {
            Verification found = verification.verifyUnasked();
            last = found;
            verified = clock.instant();
            if (found.valid()) {
                LOG.info("The journal is whole: {} seals, {} anchors compared", found.seals(), found.anchors());
            } else {
                LOG.error(
                        "The journal was bent, first here: {}", found.findings().get(0));
            }
        } catch (WrongState e) {
            LOG.info("The journal is being verified by somebody else");
        }
    }

    @Scheduled(cron = "${slipway.audit.watch.schedule:15 * * * * *}")
    void look() {
        Instant now = clock.instant();
        unsealed = UNSEALED.stream()
                .map(sql -> waiting(sql, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Instant since = anchors.waitingSince();
        unanchored = since == null ? Duration.ZERO : Duration.between(since, now);
        if (isSealingStalled()) {
            LOG.error("Something of the journal has been waiting for {} to be sealed", unsealed);
        }
        if (isAnchorOverdue()) {
            LOG.error("The head of the journal's chain has been waiting for {} to be anchored", unanchored);
        }
    }

    @Override
    public Health health() {
        boolean bent = valid() == 0;
        return (bent || isSealingStalled() || isAnchorOverdue() ? Health.down() : Health.up())
                .withDetail("bent", bent)
                .withDetail("sealingStalled", isSealingStalled())
                .withDetail("anchorOverdue", isAnchorOverdue())
                .build();
    }

    private boolean isSealingStalled() {
        return unsealed.compareTo(settings.sealing()) > 0;
    }

    private boolean isAnchorOverdue() {
        return unanchored.compareTo(settings.anchors()) > 0;
    }

    private Duration waiting(String sql, Instant now) {
        OffsetDateTime oldest = jdbc.sql(sql)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .get(0);
        return oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
    }

    private double valid() {
        Verification found = last;
        return found == null ? Double.NaN : found.valid() ? 1 : 0;
    }

    private double verifiedAt() {
        Instant at = verified;
        return at == null ? Double.NaN : at.getEpochSecond();
    }
}
