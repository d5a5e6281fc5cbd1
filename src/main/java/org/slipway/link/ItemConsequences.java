package org.slipway.link;

import java.util.List;
import org.slipway.cmdb.ItemEffect;
import org.slipway.cmdb.ItemEffects;
import org.slipway.cmdb.Origin;
import org.slipway.cmdb.VersionOrigin;
import org.slipway.release.DeploymentBackedOut;
import org.slipway.release.DeploymentTookEffect;
import org.slipway.release.Release;
import org.slipway.release.ReleaseCancelled;
import org.slipway.release.ReleasePromoted;
import org.slipway.release.ReleaseRejected;
import org.slipway.release.ReleaseReopened;
import org.slipway.release.ReleaseStatus;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the CMDB follow what happens to a release, in the same transaction: what it refuses, refuses the move. Before a
 * release touches its items their baseline is taken, one per cycle; giving up restores it.
 */
@Component
class ItemConsequences {

    private final LinkRepository links;
    private final ItemEffects effects;
    private final LinkHistory history;

    ItemConsequences(LinkRepository links, ItemEffects effects, LinkHistory history) {
        this.links = links;
        this.effects = effects;
        this.history = history;
    }

    @EventListener
    void on(DeploymentTookEffect event) {
        List<String> keys = links.itemKeys(event.release());
        String baseline = baseline(event.release(), event.cycle());
        history.affected(event.release(), effects.deployed(baseline, keys, deployed(event.release()), event.version()));
    }

    @EventListener
    void on(ReleasePromoted event) {
        Origin origin = new Origin(VersionOrigin.RELEASE_CONCLUDED, event.release());
        List<String> keys = links.itemKeys(event.release());
        history.affected(event.release(), effects.promote(keys, origin, event.version()));
    }

    @EventListener
    void on(DeploymentBackedOut event) {
        restore(event.release(), event.cycle(), VersionOrigin.BACKED_OUT);
    }

    @EventListener
    void on(ReleaseCancelled event) {
        restore(event.release(), event.cycle(), VersionOrigin.CANCELLED);
    }

    @EventListener
    void on(ReleaseRejected event) {
        restore(event.release(), event.cycle(), VersionOrigin.REJECTED);
    }

    /** Only a concluded release had its items accepted, so that working on them again means something to them. */
    @EventListener
    void on(ReleaseReopened event) {
        if (event.before() == ReleaseStatus.CONCLUDED) {
            List<String> keys = links.itemKeys(event.release());
            String baseline = baseline(event.release(), event.cycle());
            Origin origin = new Origin(VersionOrigin.REOPENED, event.release());
            history.affected(event.release(), effects.reopened(baseline, keys, origin));
        }
    }

    /** Items that come into a release whose deployment is in effect are part of it from now on. */
    void linked(Release release, List<String> keys) {
        if (release.progress().isDeploymentInEffect() && !keys.isEmpty()) {
            String number = release.number();
            String baseline = baseline(number, release.cycle());
            history.affected(
                    number,
                    effects.deployed(
                            baseline, keys, deployed(number), release.subject().version()));
        }
    }

    /** Items that leave a release go back to what they were before it touched them. */
    void unlinked(Release release, List<String> keys) {
        List<ItemEffect> report = effects.restore(
                baseline(release.number(), release.cycle()),
                keys,
                new Origin(VersionOrigin.BACKED_OUT, release.number()));
        history.affected(release.number(), report);
    }

    private void restore(String release, int cycle, VersionOrigin origin) {
        history.affected(release, effects.restore(baseline(release, cycle), new Origin(origin, release)));
    }

    private static Origin deployed(String release) {
        return new Origin(VersionOrigin.RELEASE_DEPLOYED, release);
    }

    private static String baseline(String release, int cycle) {
        return release + "/" + cycle;
    }
}
