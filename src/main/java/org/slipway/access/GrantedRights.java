package org.slipway.access;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;

/**
 * The rights as they were at most five seconds ago. Every command asks for some and hardly anybody changes them; who belongs
 * to which group is asked afresh each time.
 */
class GrantedRights {

    private static final Limit MOST = Limit.of(10_000);

    private final Remembered<List<Right>> known;

    GrantedRights(RightRepository rights, Clock clock) {
        this.known = new Remembered<>(clock, () -> List.copyOf(rights.findAllBy(MOST)));
    }

    Set<Operation> of(Collection<String> groups, String model) {
        return operations(right -> right.grants(groups, model));
    }

    SortedMap<String, SortedSet<Operation>> byModel(String group) {
        return known.get().stream()
                .filter(right -> right.grants(Set.of(group)))
                .collect(Collectors.groupingBy(
                        Right::model,
                        TreeMap::new,
                        Collectors.mapping(Right::operation, Collectors.toCollection(TreeSet::new))));
    }

    List<GroupRight> all() {
        return known.get().stream()
                .map(Right::group)
                .distinct()
                .sorted()
                .flatMap(this::ofGroup)
                .toList();
    }

    private Stream<GroupRight> ofGroup(String group) {
        return byModel(group).entrySet().stream().map(entry -> new GroupRight(group, entry.getKey(), entry.getValue()));
    }

    /** With at least one release model. */
    Set<Operation> of(Collection<String> groups) {
        return operations(right -> right.grants(groups));
    }

    /** Something has changed; other nodes will see it a little later. */
    void forget() {
        known.forget();
    }

    private Set<Operation> operations(Predicate<Right> granted) {
        return known.get().stream()
                .filter(granted)
                .map(Right::operation)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.class)));
    }
}
