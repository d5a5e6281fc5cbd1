package org.slipway.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The changes that a release bundles. A change brings its configuration items; the last change stays. */
@Service
@Transactional
public class ChangeLinks {

    private final Releases releases;
    private final LinkRepository links;
    private final Changes changes;
    private final LinkBook book;
    private final LinkRules rules;
    private final LinkHistory history;
    private final ItemConsequences consequences;
    private final Situations situations;

    ChangeLinks(
            Releases releases,
            LinkRepository links,
            Changes changes,
            LinkBook book,
            LinkRules rules,
            LinkHistory history,
            ItemConsequences consequences,
            Situations situations) {
        this.releases = releases;
        this.links = links;
        this.changes = changes;
        this.book = book;
        this.rules = rules;
        this.history = history;
        this.consequences = consequences;
        this.situations = situations;
    }

    /** In the order of their numbers. */
    @Transactional(readOnly = true)
    public Slice<LinkedChange> list(String release, @Nullable String after, int limit) {
        releases.get(release);
        List<LinkedChange> found = links.changes(release, after == null ? "" : after, Limit.of(limit + 1)).stream()
                .map(LinkedChange::of)
                .toList();
        return Slice.of(found, limit, LinkedChange::number);
    }

    /**
     * Refuses {@code change-unknown}, {@code change-not-linkable} for one that is registered only or cancelled, and
     * {@code already-linked}.
     */
    public LinkedChange add(String release, String number) {
        Release locked = rules.lockForEditing(release);
        Change change = changes.find(List.of(number)).stream()
                .findAny()
                .orElseThrow(() -> new Malformed("change-unknown", "number", number));
        if (links.change(release, number).isPresent()) {
            throw new WrongState("already-linked", "number", number);
        }
        LinkRules.requireLinkable(change, "number");
        LinkBook.Linked linked = book.link(locked, List.of(change), List.of());
        history.linked(release, linked);
        consequences.linked(locked, linked.items());
        return LinkedChange.of(get(release, number));
    }

    /**
     * Says how the release stands towards one of its changes, apart from its own status.
     *
     * @param named the key or the name of a {@link Situation}, or a status of releases; refused with
     *              {@code situation-unknown} or {@code situation-not-active}
     */
    public LinkedChange situate(String release, String number, String named) {
        rules.lockForEditing(release);
        ChangeLink link = get(release, number);
        String situation = situations.require(named);
        String before = link.situation();
        if (!before.equals(situation)) {
            link.situate(situation);
            history.situated(release, number, before, situation);
        }
        return LinkedChange.of(link);
    }

    /**
     * Takes a change away, with the items that only it has brought. Refuses {@code link-unknown}, and
     * {@code change-required} for the last one; {@code mandatory-for-model} when no item is left where the model demands some.
     */
    public void remove(String release, String number) {
        Release locked = rules.lockForEditing(release);
        ChangeLink link = get(release, number);
        if (links.countChanges(release) == 1) {
            throw new BusinessRuleViolated("change-required", "changes");
        }
        List<String> gone = book.unlink(locked, link);
        history.unlinked(release, number, gone);
        consequences.unlinked(locked, gone);
    }

    private ChangeLink get(String release, String number) {
        return links.change(release, number).orElseThrow(() -> new Unknown("link-unknown", null, number));
    }

    /**
     * A change as its release sees it.
     *
     * @param situation          how the release stands towards the change: the key of a {@link Situation}
     * @param backoutPlan        how the change says that it can be taken back
     * @param backoutPlanUrl     where that is kept
     */
    public record LinkedChange(
            String number,
            String title,
            ChangeStatus status,
            String situation,
            @Nullable String url,
            @Nullable String backoutPlan,
            @Nullable String backoutPlanUrl,
            @Nullable String backoutPlanVersion) {

        static LinkedChange of(ChangeLink link) {
            Change change = link.change();
            return new LinkedChange(
                    change.number(),
                    change.title(),
                    change.status(),
                    link.situation(),
                    change.url(),
                    change.backoutPlan(),
                    change.backoutPlanUrl(),
                    change.backoutPlanVersion());
        }
    }
}
