package org.slipway.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All classes as they are, to look up what items of each must be like. */
final class ClassTree {

    private final Map<String, ItemClass> classes = new TreeMap<>();
    private final Map<String, Map<String, ItemAttribute>> known = new TreeMap<>();

    ClassTree(Collection<ItemClass> all) {
        all.forEach(each -> classes.put(each.code(), each));
    }

    boolean has(String code) {
        return classes.containsKey(code);
    }

    /** A class and all that inherit from it; one that is not there stands for itself. */
    Set<String> withHeirs(String code) {
        Set<String> found = new LinkedHashSet<>(Set.of(code));
        for (int before = 0; before < found.size(); ) {
            before = found.size();
            classes.values().stream()
                    .filter(each -> each.parent() != null && found.contains(each.parent()))
                    .map(ItemClass::code)
                    .toList()
                    .forEach(found::add);
        }
        return found;
    }

    /** The attributes of a class, inherited ones first; one of its own takes the place of an inherited one. */
    List<ItemAttribute> attributes(String code) {
        return List.copyOf(named(code).values());
    }

    /** Whether a class with this parent would inherit from itself. */
    boolean isRing(String code, String parent) {
        return withHeirs(code).contains(parent);
    }

    /** The state with its attributes called as its class calls them. */
    ItemState fit(ItemState state) {
        Map<String, ItemAttribute> expected = named(state.itemClass());
        if (state.attributes().keySet().stream().allMatch(name -> isCalledSo(name, expected))) {
            return state;
        }
        Map<String, String> attributes = new TreeMap<>();
        state.attributes().forEach((name, value) -> {
            ItemAttribute attribute = expected.get(name.toLowerCase(Locale.ROOT));
            attributes.put(attribute == null ? name : attribute.name(), value);
        });
        return state.withAttributes(attributes);
    }

    private static boolean isCalledSo(String name, Map<String, ItemAttribute> expected) {
        ItemAttribute attribute = expected.get(name.toLowerCase(Locale.ROOT));
        return attribute == null || attribute.name().equals(name);
    }

    /** What is wrong with the attributes of an item of its class; {@link #fit} comes first. */
    void check(ItemState state, Refused refused) {
        for (ItemAttribute attribute : named(state.itemClass()).values()) {
            String value = state.attributes().get(attribute.name());
            if (value == null) {
                if (attribute.required()) {
                    refused.accept("attributes." + attribute.name(), "attribute-required", attribute.name());
                }
            } else if (!attribute.allows(value)) {
                refused.accept(
                        "attributes." + attribute.name(),
                        "attribute-malformed",
                        attribute.name(),
                        value,
                        expected(attribute));
            }
        }
    }

    private static Object expected(ItemAttribute attribute) {
        return attribute.choices() == null ? attribute.type() : attribute.choices();
    }

    private Map<String, ItemAttribute> named(String code) {
        return known.computeIfAbsent(code, unknown -> {
            List<ItemClass> line = new ArrayList<>();
            for (ItemClass at = classes.get(code);
                    at != null;
                    at = at.parent() == null ? null : classes.get(at.parent())) {
                line.add(0, at);
            }
            Map<String, ItemAttribute> named = new LinkedHashMap<>();
            line.forEach(each -> each.details()
                    .attributes()
                    .forEach(attribute -> named.put(attribute.name().toLowerCase(Locale.ROOT), attribute)));
            return named;
        });
    }

    /** Who is told what is wrong: the field, the problem's code and its arguments. */
    interface Refused {
        void accept(String field, String code, Object... arguments);
    }
}
