package org.slipway.cmdb;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.Impact.Direction;
import org.slipway.cmdb.Impact.Effect;
import org.slipway.cmdb.Impact.Order;
import org.slipway.cmdb.Impact.Reached;
import org.slipway.cmdb.Impact.Shown;
import org.slipway.cmdb.graph.DependencyGraph;
import org.slipway.cmdb.graph.DependencyGraph.Node;
import org.slipway.cmdb.graph.Spread;

/**
 * The items that an impact reaches, as the graph numbers them: first the impacted ones, then the weakened, then the needed.
 * There may be a hundred thousand of them while fifty are shown, so that none becomes an object before it is.
 */
final class Findings {

    private static final int MOST_OWNERS = 100;
    private static final int[] NOTHING = {};

    private final DependencyGraph graph;
    private final @Nullable Spread losses;
    private final @Nullable Spread needs;
    private final int[] impacted;
    private final int[] weakened;
    private final int[] needed;

    private Findings(
            DependencyGraph graph,
            @Nullable Spread losses,
            @Nullable Spread needs,
            int[] impacted,
            int[] weakened,
            int[] needed) {
        this.graph = graph;
        this.losses = losses;
        this.needs = needs;
        this.impacted = impacted;
        this.weakened = weakened;
        this.needed = needed;
    }

    static Findings of(DependencyGraph graph, int[] roots, Direction direction, int depth) {
        Spread losses = direction == Direction.DEPENDENCIES ? null : Spread.toDependents(graph, roots, depth);
        Spread needs = direction == Direction.DEPENDENTS ? null : Spread.toDependencies(graph, roots, depth);
        return new Findings(
                graph,
                losses,
                needs,
                losses == null ? NOTHING : losses.reached(),
                losses == null ? NOTHING : losses.weakened(),
                needs == null
                        ? NOTHING
                        : Arrays.stream(needs.reached())
                                .filter(item -> losses == null || !losses.affects(item))
                                .toArray());
    }

    Findings shown(Shown shown) {
        if (shown.equals(Shown.ALL)) {
            return this;
        }
        Set<String> criticalities = Stream.of(Criticality.values())
                .filter(each -> shown.criticality() == null || each.compareTo(shown.criticality()) <= 0)
                .map(Enum::name)
                .collect(Collectors.toSet());
        IntPredicate wanted = item -> {
            Node node = graph.node(item);
            return (shown.classes().isEmpty() || shown.classes().contains(node.itemClass()))
                    && (shown.environment() == null || shown.environment().equals(node.environment()))
                    && (shown.criticality() == null
                            || node.criticality() != null && criticalities.contains(node.criticality()));
        };
        return new Findings(
                graph,
                losses,
                needs,
                filtered(impacted, Effect.IMPACTED, shown, wanted),
                filtered(weakened, Effect.WEAKENED, shown, wanted),
                filtered(needed, Effect.NEEDED, shown, wanted));
    }

    private int[] filtered(int[] items, Effect effect, Shown shown, IntPredicate wanted) {
        if (shown.effect() != null && shown.effect() != effect) {
            return NOTHING;
        }
        int[] filtered = Arrays.stream(items).filter(wanted).toArray();
        return shown.order() == Order.CRITICAL_FIRST ? criticalFirst(filtered) : filtered;
    }

    /** Those that are alike stay in their order. */
    private int[] criticalFirst(int[] items) {
        int[] ranks = Arrays.stream(items).map(this::rank).toArray();
        return IntStream.rangeClosed(0, Criticality.values().length)
                .flatMap(rank -> IntStream.range(0, items.length)
                        .filter(place -> ranks[place] == rank)
                        .map(place -> items[place]))
                .toArray();
    }

    private int rank(int item) {
        String criticality = graph.node(item).criticality();
        return criticality == null
                ? Criticality.values().length
                : Criticality.valueOf(criticality).ordinal();
    }

    int size() {
        return impacted.length + weakened.length + needed.length;
    }

    Impact.Totals totals() {
        return new Impact.Totals(impacted.length, weakened.length, needed.length);
    }

    /** Who answers for what is impacted or weakened, as many as are told. */
    List<String> owners() {
        BitSet owners = new BitSet(graph.owners());
        for (int i = 0, found = 0; i < impacted.length + weakened.length && found < MOST_OWNERS; i++) {
            int owner = graph.owner(item(i));
            if (owner >= 0 && !owners.get(owner)) {
                owners.set(owner);
                found++;
            }
        }
        return owners.stream().mapToObj(graph::ownerName).sorted().toList();
    }

    /** The number of the item at a place, from 0. */
    int item(int place) {
        if (place < impacted.length) {
            return impacted[place];
        }
        int behind = place - impacted.length;
        return behind < weakened.length ? weakened[behind] : needed[behind - weakened.length];
    }

    List<String> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::key).toList();
    }

    String key(int place) {
        return graph.node(item(place)).key();
    }

    Reached reached(int place, @Nullable ItemStatus status) {
        int item = item(place);
        Effect effect = place < impacted.length
                ? Effect.IMPACTED
                : place < impacted.length + weakened.length ? Effect.WEAKENED : Effect.NEEDED;
        Spread spread = effect == Effect.NEEDED ? needs : losses;
        if (spread == null) {
            throw new IllegalStateException("Nothing was followed in this direction");
        }
        Node node = graph.node(item);
        Spread.Loss loss = spread.loss(item);
        return new Reached(
                node.key(),
                node.name(),
                node.itemClass(),
                status,
                node.criticality() == null ? null : Criticality.valueOf(node.criticality()),
                node.environment(),
                node.owner(),
                Math.max(1, spread.level(item)),
                effect,
                spread.type(item),
                spread.path(item),
                loss == null ? null : new Impact.Loss(loss.lost(), loss.members(), loss.least()));
    }
}
