package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Restore points that people take of configuration items (src/docs/domain.md, Configuration items). They stay when they are restored, unlike those
 * that releases take for themselves. Writing needs {@link Operation#MANAGE_CMDB}.
 */
@Service
@Transactional(readOnly = true)
public class Baselines {

    private static final Pattern OF_A_RELEASE = Pattern.compile("REL-\\d+/\\d+");

    private final BaselineRepository baselines;
    private final VersionRepository versions;
    private final ConfigurationItems registry;
    private final Restoration restoration;
    private final Rights rights;
    private final EntityManager entityManager;
    private final CurrentUser currentUser;
    private final Clock clock;

    Baselines(
            BaselineRepository baselines,
            VersionRepository versions,
            ConfigurationItems registry,
            Restoration restoration,
            Rights rights,
            EntityManager entityManager,
            CurrentUser currentUser,
            Clock clock) {
        this.baselines = baselines;
        this.versions = versions;
        this.registry = registry;
        this.restoration = restoration;
        this.rights = rights;
        this.entityManager = entityManager;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** In the order of their names. */
    public Slice<Baseline> list(@Nullable String after, int limit) {
        return Slice.of(baselines.page(after == null ? "" : after, Limit.of(limit + 1)), limit, Baseline::name);
    }

    /** Refuses {@code baseline-unknown}. */
    public Baseline get(String name) {
        return baselines.findByNameAndByHandTrue(name).orElseThrow(() -> new Unknown("baseline-unknown", null, name));
    }

    /** What a baseline keeps, in the order of the keys. */
    public Slice<Kept> entries(String name, @Nullable String after, int limit) {
        get(name);
        return Slice.of(
                baselines.entries(name, after == null ? "" : after, Limit.of(limit + 1)),
                limit,
                Kept::configurationItem);
    }

    /**
     * Keeps the present versions of some items under a name. Refuses {@code baseline-exists},
     * {@code baseline-name-reserved}, {@code baseline-empty} and {@code configuration-item-unknown}.
     */
    @Transactional
    public Baseline take(String name, List<String> keys) {
        rights.require(Operation.MANAGE_CMDB);
        if (OF_A_RELEASE.matcher(name).matches()) {
            throw new BusinessRuleViolated("baseline-name-reserved", "name", name);
        }
        if (keys.isEmpty()) {
            throw new Malformed("baseline-empty", "configurationItems");
        }
        if (baselines.findByName(name).isPresent()) {
            throw new WrongState("baseline-exists", "name", name);
        }
        List<ConfigurationItem> kept = registry.require(keys, "configurationItems");
        Baseline taken = new Baseline(name, clock.instant().truncatedTo(ChronoUnit.MICROS), currentUser.id(), true);
        entityManager.persist(taken);
        Chunks.of(
                kept,
                chunk -> versions.findNewestOf(chunk)
                        .forEach(version -> entityManager.persist(new BaselineEntry(taken, version))));
        entityManager.flush();
        return taken;
    }

    /**
     * Brings back what a baseline kept, of all its items or of some; each that is different now gets a version with the
     * baseline as its origin. A destroyed item stays so, and the report says it. Refuses {@code baseline-unknown}.
     */
    @Transactional
    public List<ItemEffect> restore(String name, Collection<String> only) {
        rights.require(Operation.MANAGE_CMDB);
        get(name);
        Origin origin = new Origin(VersionOrigin.RESTORED, name.length() > 60 ? name.substring(0, 60) : name);
        return restoration.run(name, only.isEmpty() ? baselines.findKeys(name) : only, origin, entry -> {});
    }

    /**
     * An item in a baseline.
     *
     * @param version that is kept
     * @param current whether that is still the newest
     */
    public record Kept(String configurationItem, String name, String version, boolean current) {}
}
