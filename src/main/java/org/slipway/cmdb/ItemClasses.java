package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
 * The classes of configuration items and their attributes (src/docs/domain.md, Configuration items). A class that nobody
 * has described yet is registered when an item of it comes, without attributes. Writing needs {@link Operation#MANAGE_CMDB}.
 */
@Service
@Transactional(readOnly = true)
public class ItemClasses {

    private final ItemClassRepository classes;
    private final Rights rights;
    private final EntityManager entityManager;

    ItemClasses(ItemClassRepository classes, Rights rights, EntityManager entityManager) {
        this.classes = classes;
        this.rights = rights;
        this.entityManager = entityManager;
    }

    /** In the order of their codes. */
    public Slice<Described> list(@Nullable String after, int limit) {
        List<ItemClass> all = classes.findAllWithAttributes();
        ClassTree tree = new ClassTree(all);
        List<String> codes = classes.page(after == null ? "" : after, Limit.of(limit + 1));
        return Slice.of(
                codes.stream()
                        .flatMap(code -> all.stream().filter(each -> each.code().equals(code)))
                        .map(each -> new Described(each, tree.attributes(each.code())))
                        .toList(),
                limit,
                described -> described.itemClass().code());
    }

    /** Refuses {@code item-class-unknown}. */
    public Described get(String code) {
        return new Described(find(code), tree().attributes(code));
    }

    /** Adds a class. Refuses {@code item-class-exists}, and what {@link #change} refuses. */
    @Transactional
    public Described create(String code, UnaryOperator<ItemClass.Details> details) {
        rights.require(Operation.MANAGE_CMDB);
        if (classes.findByCode(code).isPresent()) {
            throw new WrongState("item-class-exists", "code", code);
        }
        ItemClass added = new ItemClass(code);
        become(added, details);
        entityManager.persist(added);
        entityManager.flush();
        return get(code);
    }

    /**
     * Changes a class; items that are there stay as they are until somebody changes them. Refuses
     * {@code item-class-unknown} for the class and its parent, {@code item-class-cycle}, {@code attribute-twice} and
     * {@code attribute-choices-required}.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    @Transactional
    public Described change(String code, UnaryOperator<ItemClass.Details> details, @Nullable String seen) {
        rights.require(Operation.MANAGE_CMDB);
        ItemClass present = find(code);
        WrongState.requireSeen(present.details().revision(), seen);
        become(present, details);
        entityManager.flush();
        return get(code);
    }

    /** Takes a class away; refuses {@code item-class-in-use} while items or other classes are of it. */
    @Transactional
    public void remove(String code) {
        rights.require(Operation.MANAGE_CMDB);
        ItemClass gone = find(code);
        if (classes.existsByParent(code) || classes.isUsed(code)) {
            throw new BusinessRuleViolated("item-class-in-use", null, code);
        }
        classes.delete(gone);
    }

    /** What is said of a class itself, if it is there. */
    Optional<ItemClass.Details> details(String code) {
        return classes.findByCode(code).map(ItemClass::details);
    }

    /** All as they are now, in one statement. */
    ClassTree tree() {
        return new ClassTree(classes.findAllWithAttributes());
    }

    /** Registers a class on its first use. */
    void register(String code) {
        entityManager.persist(new ItemClass(code));
    }

    private ItemClass find(String code) {
        return classes.findByCode(code).orElseThrow(() -> new Unknown("item-class-unknown", null, code));
    }

    private void become(ItemClass itemClass, UnaryOperator<ItemClass.Details> details) {
        ItemClass.Details next = details.apply(itemClass.details());
        ClassTree tree = tree();
        String parent = next.parent();
        if (parent != null && !tree.has(parent)) {
            throw new Malformed("item-class-unknown", "parent", parent);
        }
        if (parent != null && tree.isRing(itemClass.code(), parent)) {
            throw new BusinessRuleViolated("item-class-cycle", "parent", itemClass.code(), parent);
        }
        check(next.attributes());
        itemClass.become(next);
    }

    private static void check(List<ItemAttribute> attributes) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            ItemAttribute attribute = attributes.get(i);
            if (!names.add(attribute.name().toLowerCase(Locale.ROOT))) {
                throw new Malformed("attribute-twice", "attributes[" + i + "].name", attribute.name());
            }
            if (attribute.type() == ItemAttribute.Type.CHOICE
                    && (attribute.choices() == null || attribute.choices().isEmpty())) {
                throw new Malformed("attribute-choices-required", "attributes[" + i + "].choices", attribute.name());
            }
        }
    }

    /** A class with the attributes that its items have, inherited ones first. */
    public record Described(ItemClass itemClass, List<ItemAttribute> attributes) {}
}
