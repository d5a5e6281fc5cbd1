package org.slipway.release;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registry of solution categories. Everybody may read it, and solving a release with a new one adds it; all other
 * writing needs {@link Operation#MANAGE_REGISTRIES}.
 */
@Component
@Transactional
public class SolutionCategories {

    private final SolutionCategoryRepository categories;
    private final Rights rights;

    SolutionCategories(SolutionCategoryRepository categories, Rights rights) {
        this.categories = categories;
        this.rights = rights;
    }

    /**
     * Adds the category when nobody has used it before, whatever its case.
     *
     * @return its name as it stands in the registry
     * @throws BusinessRuleViolated {@code solution-category-inactive} when it can be chosen no more
     */
    public String ensure(String name) {
        SolutionCategory category = categories.named(name).stream()
                .min(Comparator.comparing(known -> known.name().equals(name) ? 0 : 1))
                .orElseGet(() -> categories.save(new SolutionCategory(name, null)));
        if (!category.isActive()) {
            throw new BusinessRuleViolated("solution-category-inactive", "solutionCategory", name);
        }
        return category.name();
    }

    /** Categories by name, from the first one after a name; active or not where nothing is said. */
    @Transactional(readOnly = true)
    public Slice<SolutionCategory> list(@Nullable Boolean active, @Nullable String after, int limit) {
        List<SolutionCategory> found = categories.findByActiveInAndNameGreaterThanOrderByName(
                active == null ? List.of(true, false) : List.of(active),
                after == null ? "" : after,
                Limit.of(limit + 1));
        return Slice.of(found, limit, SolutionCategory::name);
    }

    /** Refuses with {@code solution-category-unknown} a key that no category has. */
    @Transactional(readOnly = true)
    public SolutionCategory get(UUID key) {
        return categories.findByKey(key).orElseThrow(() -> new Unknown("solution-category-unknown", null, key));
    }

    /**
     * Refuses with {@code solution-category-exists} a name that another one has, whatever its case, and with
     * {@code solution-category-unknown} a parent that does not exist.
     */
    public SolutionCategory add(String name, @Nullable String parent) {
        rights.require(Operation.MANAGE_REGISTRIES);
        String wanted = name.strip();
        requireParent(parent, wanted);
        if (categories.isTaken(wanted)) {
            throw exists(wanted);
        }
        try {
            return categories.saveAndFlush(new SolutionCategory(wanted, parent));
        } catch (DataIntegrityViolationException someoneWasQuicker) {
            throw exists(wanted);
        }
    }

    /**
     * Refuses with {@code solution-category-cycle} a parent that stands below it.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    public SolutionCategory change(UUID key, @Nullable String parent, boolean active, @Nullable String seen) {
        rights.require(Operation.MANAGE_REGISTRIES);
        SolutionCategory category = get(key);
        WrongState.requireSeen(category.revision(), seen);
        requireParent(parent, category.name());
        category.become(parent, active);
        return categories.saveAndFlush(category);
    }

    /** Refuses with {@code solution-category-in-use} one that a release or another category names: deactivate it. */
    public void remove(UUID key) {
        rights.require(Operation.MANAGE_REGISTRIES);
        SolutionCategory category = get(key);
        if (categories.existsByParent(category.name()) || categories.isNamedByReleases(category.name())) {
            throw new WrongState("solution-category-in-use", null, category.name());
        }
        categories.delete(category);
    }

    private void requireParent(@Nullable String parent, String of) {
        if (parent == null) {
            return;
        }
        Set<String> above = new HashSet<>(Set.of(of));
        Optional<String> next = Optional.of(parent);
        while (next.isPresent()) {
            String name = next.get();
            if (!above.add(name)) {
                throw new BusinessRuleViolated("solution-category-cycle", "parent", of, parent);
            }
            next = categories
                    .findById(name)
                    .map(category -> Optional.ofNullable(category.parent()))
                    .orElseThrow(() -> new Malformed("solution-category-unknown", "parent", name));
        }
    }

    private static WrongState exists(String name) {
        return new WrongState("solution-category-exists", "name", name);
    }
}
