package org.slipway.link.impact;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.cmdb.ImpactGraph;
import org.slipway.release.ReleaseStatus;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks from time to time, on every node, whether the CMDB has moved, and then at each release with an approved impact
 * that nobody has looked at since; the lock on the release lets one node tell it.
 */
@Component
class ImpactWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactWatch.class);
    private static final int AT_ONCE = 100;
    private static final List<ReleaseStatus> ENDED =
            Stream.of(ReleaseStatus.values()).filter(ReleaseStatus::isEnded).toList();

    private final ImpactGraph graph;
    private final ImpactSnapshotRepository snapshots;
    private final ReleaseImpact impact;
    private final TransactionTemplate transaction;
    private long seen = -1;

    ImpactWatch(
            ImpactGraph graph,
            ImpactSnapshotRepository snapshots,
            ReleaseImpact impact,
            TransactionTemplate transaction) {
        this.graph = graph;
        this.snapshots = snapshots;
        this.impact = impact;
        this.transaction = transaction;
    }

    @Scheduled(cron = "${slipway.impact.watch:0 * * * * *}")
    void look() {
        long version = graph.version();
        if (version == seen) {
            return;
        }
        List<String> releases = snapshots.unchecked(version, ENDED, Limit.of(AT_ONCE));
        for (String release : releases) {
            try {
                transaction.executeWithoutResult(status -> impact.check(release));
            } catch (RuntimeException e) {
                LOG.warn("The impact of {} could not be looked at; the next look tries again", release, e);
                return;
            }
        }
        if (releases.size() < AT_ONCE) {
            seen = version;
        }
    }
}
