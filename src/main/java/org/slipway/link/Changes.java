package org.slipway.link;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.Containing;
import org.slipway.link.record.Outcome;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registry of changes, which follows the tool that manages them. Writing needs {@link Operation#MANAGE_CHANGES}.
 * Releases that have a change linked keep the configuration items it brought then.
 */
@Service
@Transactional(readOnly = true)
public class Changes {

    private final ChangeRepository changes;
    private final ConfigurationItems items;
    private final Rights rights;
    private final EntityManager entityManager;

    Changes(ChangeRepository changes, ConfigurationItems items, Rights rights, EntityManager entityManager) {
        this.changes = changes;
        this.items = items;
        this.rights = rights;
        this.entityManager = entityManager;
    }

    /** Refuses with {@code change-unknown} (404) a number that is not registered. */
    public Change get(String number) {
        return changes.findByNumber(number).orElseThrow(() -> new Unknown("change-unknown", null, number));
    }

    /**
     * The changes that a caller names in a list, in its order, each once; {@code change-unknown} (400) with the place in the
     * list, such as {@code changes[1]}, for the first that is not registered.
     */
    List<Change> require(List<String> numbers, String field) {
        Map<String, Change> found = new HashMap<>();
        find(numbers).forEach(change -> found.put(change.number(), change));
        Set<Change> all = new LinkedHashSet<>();
        for (int i = 0; i < numbers.size(); i++) {
            Change change = found.get(numbers.get(i));
            if (change == null) {
                throw new Malformed("change-unknown", field + "[" + i + "]", numbers.get(i));
            }
            all.add(change);
        }
        return List.copyOf(all);
    }

    List<Change> find(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : changes.findAllByNumber(numbers);
    }

    /** Those whose number or title has the text, in the order of their numbers. */
    public Slice<Change> list(@Nullable String text, @Nullable ChangeStatus status, @Nullable String after, int limit) {
        List<Change> found = changes.page(
                Containing.pattern(text),
                status == null ? EnumSet.allOf(ChangeStatus.class) : EnumSet.of(status),
                after == null ? "" : after,
                Limit.of(limit + 1));
        return Slice.of(found, limit, Change::number);
    }

    /** The keys of the configuration items of several changes, by their numbers. */
    public Map<String, List<String>> configurationItems(Collection<String> numbers) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        numbers.forEach(number -> keys.put(number, new ArrayList<>()));
        if (!numbers.isEmpty()) {
            changes.findItems(numbers)
                    .forEach(item ->
                            keys.getOrDefault(item.change(), new ArrayList<>()).add(item.item()));
        }
        return keys;
    }

    /** Registers a change, or takes over what is new about it. */
    @Transactional
    public Registered register(ChangeDraft draft) {
        rights.require(Operation.MANAGE_CHANGES);
        if (draft.configurationItems() != null) {
            items.require(draft.configurationItems(), "configurationItems");
        }
        return register(List.of(draft)).get(0);
    }

    /** As {@link #register(ChangeDraft)} for many whose items are known to exist. */
    List<Registered> register(List<ChangeDraft> drafts) {
        List<String> numbers = drafts.stream().map(ChangeDraft::number).toList();
        Map<String, Change> existing = new HashMap<>();
        find(numbers).forEach(change -> existing.put(change.number(), change));
        Map<String, List<ChangeItem>> touched = new HashMap<>();
        if (!existing.isEmpty()) {
            changes.findItems(existing.keySet())
                    .forEach(item -> touched.computeIfAbsent(item.change(), number -> new ArrayList<>())
                            .add(item));
        }
        List<Registered> registered = drafts.stream()
                .map(draft ->
                        register(draft, existing.get(draft.number()), touched.getOrDefault(draft.number(), List.of())))
                .toList();
        try {
            entityManager.flush();
        } catch (org.hibernate.exception.ConstraintViolationException e) {
            throw new WrongState("concurrent-change", null);
        }
        return registered;
    }

    private Registered register(ChangeDraft draft, @Nullable Change known, List<ChangeItem> touched) {
        if (known == null) {
            if (draft.title() == null) {
                throw new Malformed("required", "title");
            }
            Change change = new Change(draft.title(), draft);
            entityManager.persist(change);
            touch(change, draft.configurationItems(), touched);
            return new Registered(change, Outcome.CREATED);
        }
        boolean different = known.follow(draft) | touch(known, draft.configurationItems(), touched);
        return new Registered(known, different ? Outcome.UPDATED : Outcome.UNCHANGED);
    }

    private boolean touch(Change change, @Nullable List<String> keys, List<ChangeItem> touched) {
        if (keys == null) {
            return false;
        }
        Set<String> missing = new LinkedHashSet<>(keys);
        boolean different = false;
        for (ChangeItem item : touched) {
            if (!missing.remove(item.item())) {
                entityManager.remove(item);
                different = true;
            }
        }
        missing.forEach(key -> entityManager.persist(new ChangeItem(change.number(), key)));
        return different || !missing.isEmpty();
    }

    /** What became of a change that was sent. */
    public record Registered(Change change, Outcome outcome) {}
}
