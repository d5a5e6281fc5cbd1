package org.slipway.cmdb;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** The criteria behind the list of configuration items. */
final class ItemQueries {

    private ItemQueries() {}

    static Specification<ConfigurationItem> matching(
            ItemFilter filter, @Nullable Collection<String> classes, @Nullable String after) {
        return (root, query, builder) -> {
            List<Predicate> all = new ArrayList<>();
            equal(all, builder, root, "key", filter.key());
            if (classes != null) {
                all.add(root.get("itemClass").in(classes));
            }
            equal(all, builder, root, "status", filter.status());
            equal(all, builder, root, "group", filter.group());
            equal(all, builder, root, "environment", filter.environment());
            if (filter.text() != null && !filter.text().isBlank()) {
                String pattern = Containing.pattern(filter.text());
                all.add(builder.or(
                        contains(builder, root.get("key"), pattern), contains(builder, root.get("name"), pattern)));
            }
            if (after != null) {
                all.add(builder.greaterThan(root.get("key"), after));
            }
            return builder.and(all.toArray(Predicate[]::new));
        };
    }

    private static void equal(
            List<Predicate> all,
            CriteriaBuilder builder,
            Root<ConfigurationItem> root,
            String attribute,
            @Nullable Object value) {
        if (value != null) {
            all.add(builder.equal(root.get(attribute), value));
        }
    }

    private static Predicate contains(CriteriaBuilder builder, Expression<String> text, String pattern) {
        return builder.like(builder.lower(text), pattern, Containing.ESCAPE);
    }
}
