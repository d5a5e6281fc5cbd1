package org.slipway.link;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slipway.access.CurrentUser;
import org.slipway.cmdb.ConfigurationItem;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.release.ModelDemands;
import org.slipway.release.Release;
import org.springframework.stereotype.Component;

/**
 * Writes down what a release refers to and who brought it. Knows no rights, and of the rules only that a release keeps the items
 * that its model demands: {@link ChangeLinks}, {@link ItemLinks} and {@link Registration} know the others.
 */
@Component
class LinkBook {

    private final LinkRepository links;
    private final Changes changes;
    private final ConfigurationItems items;
    private final ModelDemands demands;
    private final EntityManager entityManager;
    private final CurrentUser currentUser;
    private final Clock clock;

    LinkBook(
            LinkRepository links,
            Changes changes,
            ConfigurationItems items,
            ModelDemands demands,
            EntityManager entityManager,
            CurrentUser currentUser,
            Clock clock) {
        this.links = links;
        this.changes = changes;
        this.items = items;
        this.demands = demands;
        this.entityManager = entityManager;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Links changes that are not linked yet, the items they bring, and items that a person names. An item that is there
     * already gains one who brought it; one that has come to its end is not brought.
     */
    Linked link(Release release, List<Change> added, Collection<String> byHand) {
        return link(release, added, byHand, wanted -> present(release, wanted));
    }

    /** As {@link #link}, for a release that has nothing yet. */
    Linked linkFirst(Release release, List<Change> added, Collection<String> byHand) {
        return link(release, added, byHand, wanted -> Set.of());
    }

    private Linked link(
            Release release,
            List<Change> added,
            Collection<String> byHand,
            Function<Set<String>, Set<String>> linkedAlready) {
        Map<String, List<String>> touched =
                changes.configurationItems(added.stream().map(Change::number).toList());
        Set<String> brought =
                touched.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<String> ended = items.find(brought).stream()
                .filter(item -> !item.isLinkable())
                .map(ConfigurationItem::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = new LinkedHashSet<>(byHand);
        wanted.addAll(brought);
        Set<String> present = linkedAlready.apply(wanted);
        ended.removeAll(present);
        wanted.removeAll(present);
        wanted.removeAll(ended);
        write(release, added, touched, wanted, new HashSet<>(byHand), ended);
        return new Linked(added.stream().map(Change::number).toList(), List.copyOf(wanted), List.copyOf(ended));
    }

    private Set<String> present(Release release, Set<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : links.items(release.number(), keys).stream()
                        .map(ItemLink::item)
                        .collect(Collectors.toSet());
    }

    private void write(
            Release release,
            List<Change> added,
            Map<String, List<String>> touched,
            Set<String> newItems,
            Set<String> byHand,
            Set<String> ended) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String who = currentUser.id();
        String number = release.number();
        added.forEach(change -> entityManager.persist(
                new ChangeLink(number, change, release.status().name(), now, who)));
        newItems.forEach(key -> entityManager.persist(new ItemLink(number, key, byHand.contains(key), now, who)));
        touched.forEach((change, keys) -> keys.stream()
                .filter(key -> !ended.contains(key))
                .forEach(key -> entityManager.persist(new ItemSource(number, key, change))));
    }

    /** Takes a change away, with the items that only it has brought; returns their keys. */
    List<String> unlink(Release release, ChangeLink link) {
        List<ItemLink> orphans =
                links.broughtOnlyBy(release.number(), link.change().number());
        entityManager.remove(link);
        orphans.forEach(entityManager::remove);
        entityManager.flush();
        if (!orphans.isEmpty()) {
            keepItems(release);
        }
        return orphans.stream().map(ItemLink::item).toList();
    }

    /** Takes an item away, whoever has brought it. */
    void unlink(Release release, ItemLink link) {
        entityManager.remove(link);
        entityManager.flush();
        keepItems(release);
    }

    private void keepItems(Release release) {
        if (!links.hasItems(release.number())) {
            demands.letGoConfigurationItems(release);
        }
    }

    /** Who brought each of these items, by its key. */
    Map<String, List<String>> sources(String release, Collection<String> keys) {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            links.sources(release, keys)
                    .forEach(source -> sources.computeIfAbsent(source.item(), key -> new ArrayList<>())
                            .add(source.change()));
        }
        return sources;
    }

    /**
     * What has been linked.
     *
     * @param items only those that were not linked before
     * @param ended items of the changes that were left out, because they have come to their end
     */
    record Linked(List<String> changes, List<String> items, List<String> ended) {}
}
