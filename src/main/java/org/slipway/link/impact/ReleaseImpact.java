package org.slipway.link.impact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.cmdb.Impact;
import org.slipway.cmdb.Impact.Direction;
import org.slipway.cmdb.Impact.Shown;
import org.slipway.cmdb.ImpactGraph;
import org.slipway.link.ItemLinks;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.slipway.release.ReleaseMoved;
import org.slipway.release.ReleaseStatus;
import org.slipway.release.Releases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The impact of a release: of all its configuration items together, as they would be taken in its deployment window. What
 * the approvers saw is frozen with their decision; when the CMDB moves so that it is another one, the release says so (src/docs/domain.md, Impact).
 */
@Service
@Transactional
public class ReleaseImpact {

    private final Releases releases;
    private final ItemLinks items;
    private final ImpactGraph graph;
    private final ImpactSnapshotRepository snapshots;
    private final EntityManager entityManager;
    private final Occurrences occurrences;
    private final CurrentUser currentUser;
    private final Clock clock;

    ReleaseImpact(
            Releases releases,
            ItemLinks items,
            ImpactGraph graph,
            ImpactSnapshotRepository snapshots,
            EntityManager entityManager,
            Occurrences occurrences,
            CurrentUser currentUser,
            Clock clock) {
        this.releases = releases;
        this.items = items;
        this.graph = graph;
        this.snapshots = snapshots;
        this.entityManager = entityManager;
        this.occurrences = occurrences;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The impact now, and what was approved. Refuses {@code release-unknown} and {@code page-unknown}. */
    @Transactional(readOnly = true)
    public Answer of(String release, Direction direction, int depth, Shown shown, @Nullable String after, int limit) {
        releases.get(release);
        List<String> keys = items.keys(release);
        Impact impact = graph.around(keys, direction, depth, shown, after, limit);
        return new Answer(
                impact,
                snapshots
                        .findFirstByReleaseOrderByTakenAtDesc(release)
                        .map(snapshot -> view(snapshot, Reach.of(graph.extent(keys))))
                        .orElse(null));
    }

    /** Freezes the impact with the decision. A release without items has none. */
    @EventListener
    void on(ReleaseMoved event) {
        if (event.to() == ReleaseStatus.APPROVED) {
            List<String> keys = items.keys(event.release());
            if (!keys.isEmpty()) {
                Impact.Extent extent = graph.extent(keys);
                entityManager.persist(new ImpactSnapshot(
                        event.release(),
                        event.cycle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        currentUser.id(),
                        Reach.of(extent),
                        extent.version()));
            }
        }
    }

    /** Looks whether the impact of a release is still the approved one; what is new about it goes to the history, once. */
    void check(String release) {
        Release locked = releases.lock(release);
        snapshots.findFirstByReleaseOrderByTakenAtDesc(locked.number()).ifPresent(snapshot -> {
            Impact.Extent extent = graph.extent(items.keys(release));
            Reach now = Reach.of(extent);
            if (snapshot.check(now, extent.version())) {
                occurrences.record(
                        release,
                        OccurrenceCategory.IMPACT,
                        snapshot.difference(now).told());
            }
        });
    }

    private static ImpactSnapshot.View view(ImpactSnapshot snapshot, Reach now) {
        boolean same = snapshot.reach().fingerprint().equals(now.fingerprint());
        return snapshot.view(same ? null : snapshot.difference(now));
    }

    /**
     * The impact of a release.
     *
     * @param approved what the approvers saw; null while nobody has approved
     */
    public record Answer(@JsonUnwrapped Impact impact, ImpactSnapshot.@Nullable View approved) {}
}
