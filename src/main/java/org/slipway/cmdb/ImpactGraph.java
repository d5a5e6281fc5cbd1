package org.slipway.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slipway.cmdb.Impact.Direction;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows the relationships of configuration items, nearest first; each level costs one statement per direction. */
@Service
@Transactional(readOnly = true)
public class ImpactGraph {

    /** The farthest that one may look. */
    public static final int DEEPEST = 10;

    private static final int MOST_ITEMS = 2_000;
    private static final int MOST_RELATIONSHIPS = 10_000;

    private final RelationshipRepository relationships;

    ImpactGraph(RelationshipRepository relationships) {
        this.relationships = relationships;
    }

    /** What is at most {@code depth} relationships away from items that exist. */
    public Impact around(Collection<String> keys, Direction direction, int depth) {
        int levels = Math.max(1, Math.min(depth, DEEPEST));
        Set<String> roots = new LinkedHashSet<>(keys);
        Map<String, Impact.Reached> reached = new LinkedHashMap<>();
        Set<Connection> connections = new LinkedHashSet<>();
        Set<String> frontier = roots;
        boolean truncated = false;
        for (int level = 1; level <= levels && !frontier.isEmpty() && !truncated; level++) {
            Set<String> next = new LinkedHashSet<>();
            for (Step step : steps(frontier, direction)) {
                if (connections.size() == MOST_RELATIONSHIPS || reached.size() == MOST_ITEMS) {
                    truncated = true;
                    break;
                }
                connections.add(step.connection());
                if (!roots.contains(step.key()) && reached.putIfAbsent(step.key(), step.reached(level)) == null) {
                    next.add(step.key());
                }
            }
            frontier = next;
        }
        return new Impact(
                List.copyOf(roots),
                direction,
                levels,
                List.copyOf(reached.values()),
                List.copyOf(connections),
                truncated);
    }

    private List<Step> steps(Set<String> keys, Direction direction) {
        Limit limit = Limit.of(MOST_RELATIONSHIPS + 1);
        List<Step> steps = new ArrayList<>();
        if (direction != Direction.DEPENDENCIES) {
            steps.addAll(relationships.stepsToDependents(keys, limit));
        }
        if (direction != Direction.DEPENDENTS) {
            steps.addAll(relationships.stepsToDependencies(keys, limit));
        }
        return steps;
    }
}
