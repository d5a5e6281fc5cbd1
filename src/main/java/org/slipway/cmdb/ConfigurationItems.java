package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry of configuration items. Writing needs {@link Operation#MANAGE_CMDB}; reading is open to who is logged in. */
@Service
@Transactional(readOnly = true)
public class ConfigurationItems {

    private final ItemRepository items;
    private final VersionRepository versions;
    private final ItemClasses classes;
    private final ItemLog log;
    private final Rights rights;
    private final Validator validator;
    private final EntityManager entityManager;

    ConfigurationItems(
            ItemRepository items,
            VersionRepository versions,
            ItemClasses classes,
            ItemLog log,
            Rights rights,
            Validator validator,
            EntityManager entityManager) {
        this.items = items;
        this.versions = versions;
        this.classes = classes;
        this.log = log;
        this.rights = rights;
        this.validator = validator;
        this.entityManager = entityManager;
    }

    /** The item that a caller addresses; {@code configuration-item-unknown} (404) if there is none. */
    public ConfigurationItem get(String key) {
        return items.findByKey(key).orElseThrow(() -> new Unknown("configuration-item-unknown", null, key));
    }

    /** The item that a caller names in a field; {@code configuration-item-unknown} (400) if there is none. */
    public ConfigurationItem require(String key, String field) {
        return items.findByKey(key).orElseThrow(() -> new Malformed("configuration-item-unknown", field, key));
    }

    /** Those of the keys that exist, in no particular order. */
    public List<ConfigurationItem> find(Collection<String> keys) {
        List<ConfigurationItem> found = new ArrayList<>();
        Chunks.of(new LinkedHashSet<>(keys), chunk -> found.addAll(items.findAllByKey(chunk)));
        return found;
    }

    /**
     * The items that a caller names in a list, in its order, each once; {@code configuration-item-unknown} (400) with the
     * place in the list, such as {@code configurationItems[1]}, for the first that does not exist.
     */
    public List<ConfigurationItem> require(List<String> keys, String field) {
        Map<String, ConfigurationItem> found = new HashMap<>();
        find(keys).forEach(item -> found.put(item.key(), item));
        Set<ConfigurationItem> all = new LinkedHashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            ConfigurationItem item = found.get(keys.get(i));
            if (item == null) {
                throw new Malformed("configuration-item-unknown", field + "[" + i + "]", keys.get(i));
            }
            all.add(item);
        }
        return List.copyOf(all);
    }

    /** The items that match, in the order of their keys, beginning behind {@code after}; those of a class with its heirs. */
    public Slice<ConfigurationItem> list(ItemFilter filter, int limit, @Nullable String after) {
        List<ConfigurationItem> found = items.findBy(
                ItemQueries.matching(
                        filter,
                        filter.itemClass() == null ? null : classes.tree().withHeirs(filter.itemClass()),
                        after),
                query -> query.sortBy(Sort.by("key")).limit(limit + 1).all());
        return Slice.of(found, limit, ConfigurationItem::key);
    }

    /** What an item was and became, newest first; {@code before} is the {@code next} of the page before. */
    public Slice<ItemVersion> versions(String key, int limit, @Nullable Integer before) {
        get(key);
        List<ItemVersion> found =
                versions.findNewestFirst(key, before == null ? Integer.MAX_VALUE : before, Limit.of(limit + 1));
        return Slice.of(found, limit, version -> String.valueOf(version.revision()));
    }

    /** Adds an item; its version is 1.0. Refuses with {@code configuration-item-exists} a key that is taken. */
    @Transactional
    public ConfigurationItem create(String key, ItemState state, Origin origin) {
        rights.require(Operation.MANAGE_CMDB);
        ItemKey.check(key, "key");
        ItemState fitting = fit(state);
        if (items.existsByKey(key)) {
            throw new WrongState("configuration-item-exists", "key", key);
        }
        try {
            ConfigurationItem item = log.add(key, fitting, origin);
            entityManager.flush();
            return item;
        } catch (org.hibernate.exception.ConstraintViolationException e) {
            throw new WrongState("configuration-item-exists", "key", key);
        }
    }

    /** As {@link #create} with nothing known but what {@code details} adds. */
    @Transactional
    public ConfigurationItem create(String key, UnaryOperator<ItemState> details, Origin origin) {
        rights.require(Operation.MANAGE_CMDB);
        ItemKey.check(key, "key");
        return create(key, details.apply(ItemState.initial(key)), origin);
    }

    /**
     * Changes an item, which appends a version if anything is different afterwards.
     *
     * @param expected the number of the version that the caller has seen; refused with
     *     {@code configuration-item-changed} if there is a newer one
     */
    @Transactional
    public ConfigurationItem change(
            String key, UnaryOperator<ItemState> details, Origin origin, @Nullable String expected) {
        rights.require(Operation.MANAGE_CMDB);
        ConfigurationItem item = get(key);
        if (expected != null && !expected.equals(item.version())) {
            throw new WrongState("configuration-item-changed", null, key, item.version());
        }
        ItemState next = fit(details.apply(item.state()));
        if (item.change(next, origin)) {
            log.append(item);
            entityManager.flush();
        }
        return item;
    }

    /** As its class calls its attributes, and refused unless it is as its class wants it. */
    private ItemState fit(ItemState state) {
        check(state);
        ClassTree tree = classes.tree();
        if (!tree.has(state.itemClass())) {
            classes.register(state.itemClass());
        }
        ItemState fitting = tree.fit(state);
        tree.check(fitting, (field, code, arguments) -> {
            throw new Malformed(code, field, arguments);
        });
        return fitting;
    }

    private void check(ItemState state) {
        Set<ConstraintViolation<ItemState>> violations = validator.validate(state);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    /** As the caller named it: the class of an item is no name that Java allows. */
    static String field(ConstraintViolation<ItemState> violation) {
        String path = violation.getPropertyPath().toString();
        return path.equals("itemClass") ? "class" : path;
    }
}
