package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.shared.Unknown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What deployments do to configuration items, and how it is taken back. Part of the caller's transaction: the items
 * change together with what caused it or not at all. Asks for no right, because what caused it has been allowed already.
 * To deploy to a destroyed item or to promote it is refused with {@code configuration-item-destroyed}. Reports are in the
 * order of the keys.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ItemEffects {

    private final ItemRepository items;
    private final VersionRepository versions;
    private final BaselineRepository baselines;
    private final ItemLog log;
    private final Restoration restoration;
    private final EntityManager entityManager;
    private final CurrentUser currentUser;
    private final Clock clock;

    ItemEffects(
            ItemRepository items,
            VersionRepository versions,
            BaselineRepository baselines,
            ItemLog log,
            Restoration restoration,
            EntityManager entityManager,
            CurrentUser currentUser,
            Clock clock) {
        this.items = items;
        this.versions = versions;
        this.baselines = baselines;
        this.log = log;
        this.restoration = restoration;
        this.entityManager = entityManager;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Something new has been brought onto the items: {@link ItemStatus#DEPLOYMENT}, and the product version when known.
     *
     * @param baseline the name under which their versions before are kept; an item that it has already stays as first taken
     */
    public List<ItemEffect> deployed(
            String baseline, Collection<String> keys, Origin origin, @Nullable String productVersion) {
        List<ConfigurationItem> locked = lock(keys);
        keep(baseline, locked);
        return revise(
                locked,
                origin,
                state -> state.with(
                        ItemStatus.DEPLOYMENT,
                        state.group(),
                        productVersion == null ? state.productVersion() : productVersion));
    }

    /**
     * What was deployed is accepted: items in development or homologation, or in no group, move to the standard group of
     * production; each one is to be validated there and gets a version.
     */
    public List<ItemEffect> promote(Collection<String> keys, Origin origin, @Nullable String productVersion) {
        return revise(
                lock(keys),
                origin,
                state -> state.with(
                        ItemStatus.VALIDATE_ITEM,
                        state.group() == null || state.group().precedesProduction()
                                ? ItemGroup.PRODUCTION_STANDARD
                                : state.group(),
                        productVersion == null ? state.productVersion() : productVersion));
    }

    /**
     * What was accepted is being worked on again: {@link ItemStatus#IN_MAINTENANCE}. An item that has been destroyed since
     * stays so, and the report says it: the others are worked on all the same. The baseline is as with {@link #deployed}.
     */
    public List<ItemEffect> reopened(String baseline, Collection<String> keys, Origin origin) {
        List<ConfigurationItem> locked = lock(keys);
        keep(baseline, locked);
        List<ItemEffect> report = new ArrayList<>();
        for (ConfigurationItem item : locked) {
            ItemState before = item.state();
            boolean changed = !item.isDestroyed();
            if (changed) {
                item.revise(before.with(ItemStatus.IN_MAINTENANCE), origin);
                log.append(item);
            }
            report.add(ItemEffect.between(before, item, changed));
        }
        return report;
    }

    /**
     * Brings back what the baseline kept, which has served then: what is done to the items afterwards is not undone by
     * restoring again. Only items that are different now get a version. A destroyed item stays destroyed, and the report
     * says so: nobody can bring it back, and the others must not wait for it.
     */
    public List<ItemEffect> restore(String name, Origin origin) {
        return restore(name, baselines.findKeys(name), origin);
    }

    /** As {@link #restore(String, Origin)}, only for those of the items that the baseline has. */
    public List<ItemEffect> restore(String name, Collection<String> keys, Origin origin) {
        return restoration.run(name, keys, origin, entityManager::remove);
    }

    private List<ItemEffect> revise(List<ConfigurationItem> locked, Origin origin, UnaryOperator<ItemState> next) {
        List<ItemEffect> report = new ArrayList<>(locked.size());
        for (ConfigurationItem item : locked) {
            ItemState before = item.state();
            item.revise(next.apply(before), origin);
            report.add(ItemEffect.between(before, item, true));
        }
        log.append(locked);
        return report;
    }

    private void keep(String name, List<ConfigurationItem> locked) {
        Optional<Baseline> known = baselines.findByName(name);
        Set<String> kept = known.isPresent() ? new HashSet<>(baselines.findKeys(name)) : Set.of();
        Baseline baseline = known.orElseGet(() -> begin(name));
        List<ConfigurationItem> missing =
                locked.stream().filter(item -> !kept.contains(item.key())).toList();
        Chunks.of(
                missing,
                chunk -> versions.findNewestOf(chunk)
                        .forEach(version -> entityManager.persist(new BaselineEntry(baseline, version))));
    }

    private Baseline begin(String name) {
        Baseline baseline = new Baseline(name, clock.instant().truncatedTo(ChronoUnit.MICROS), currentUser.id(), false);
        entityManager.persist(baseline);
        return baseline;
    }

    private List<ConfigurationItem> lock(Collection<String> named) {
        Set<String> keys = new TreeSet<>(named);
        List<ConfigurationItem> locked = new ArrayList<>();
        Chunks.of(keys, chunk -> locked.addAll(items.lockAllByKey(chunk)));
        if (locked.size() < keys.size()) {
            locked.forEach(item -> keys.remove(item.key()));
            throw new Unknown(
                    "configuration-item-unknown", null, keys.iterator().next());
        }
        return locked;
    }
}
