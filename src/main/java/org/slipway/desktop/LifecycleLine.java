package org.slipway.desktop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Occurrence;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseRecord;
import org.slipway.release.ReleaseStatus;

/**
 * The way of a release through its statuses as a line: where it was, is, and will go when nothing holds it up. A
 * suspension is no place on the way, but a rest at one.
 *
 * @param earlier the ways of the cycles before the present one, oldest first
 */
public record LifecycleLine(List<Stage> stages, List<Earlier> earlier) {

    /** The way on, from any place on it. */
    private static final List<ReleaseStatus> WAY = List.of(
            ReleaseStatus.REGISTERED,
            ReleaseStatus.PLANNED,
            ReleaseStatus.APPROVED,
            ReleaseStatus.IN_EXECUTION,
            ReleaseStatus.EXECUTED,
            ReleaseStatus.SOLVED,
            ReleaseStatus.CLOSED,
            ReleaseStatus.CONCLUDED);

    /** Where on the line a stage lies. */
    public enum Place {
        BEHIND,
        HERE,
        AHEAD
    }

    /**
     * @param at    when it was reached; absent for what lies ahead
     * @param rests how often the release was suspended there
     */
    public record Stage(
            ReleaseStatus status,
            Place place,
            @Nullable Instant at,
            @Nullable String who,
            int rests) {

        private Stage resting() {
            return new Stage(status, place, at, who, rests + 1);
        }

        private Stage here() {
            return new Stage(status, Place.HERE, at, who, rests);
        }
    }

    /** The way of one cycle that is over. */
    public record Earlier(int cycle, List<Stage> stages) {}

    /** @param moves the changes of its status, oldest first */
    static LifecycleLine of(ReleaseRecord release, List<Occurrence> moves) {
        TreeMap<Integer, List<Stage>> cycles = new TreeMap<>();
        List<Stage> first = new ArrayList<>();
        first.add(new Stage(ReleaseStatus.REGISTERED, Place.BEHIND, release.registeredAt(), release.registrar(), 0));
        cycles.put(1, first);
        for (Occurrence move : moves) {
            append(cycles.computeIfAbsent(move.cycle(), cycle -> new ArrayList<>()), move);
        }
        List<Stage> present = cycles.computeIfAbsent(release.cycle(), cycle -> new ArrayList<>());
        if (!present.isEmpty()) {
            present.set(present.size() - 1, present.get(present.size() - 1).here());
        }
        ahead(release).forEach(status -> present.add(new Stage(status, Place.AHEAD, null, null, 0)));
        List<Earlier> earlier = cycles.headMap(release.cycle()).entrySet().stream()
                .map(cycle -> new Earlier(cycle.getKey(), List.copyOf(cycle.getValue())))
                .toList();
        return new LifecycleLine(List.copyOf(present), earlier);
    }

    private static void append(List<Stage> stages, Occurrence move) {
        ReleaseStatus reached = move.statusAfter();
        if (reached == null) {
            return;
        }
        int last = stages.size() - 1;
        if (reached == ReleaseStatus.SUSPENDED && last >= 0) {
            stages.set(last, stages.get(last).resting());
        } else if (move.statusBefore() != ReleaseStatus.SUSPENDED || reached == ReleaseStatus.CANCELLED || last < 0) {
            stages.add(new Stage(reached, Place.BEHIND, move.at(), move.who(), 0));
        }
    }

    private static List<ReleaseStatus> ahead(ReleaseRecord release) {
        ReleaseStatus before = release.statusBeforeSuspension();
        ReleaseStatus now = before == null ? release.status() : before;
        if (now.isEnded()) {
            return List.of();
        }
        ReleaseStatus like = switch (now) {
            case REOPENED -> release.phase() == Phase.PLANNING ? ReleaseStatus.REGISTERED : ReleaseStatus.APPROVED;
            case NOT_SOLVED -> ReleaseStatus.APPROVED;
            default -> now;
        };
        return WAY.subList(WAY.indexOf(like) + 1, WAY.size());
    }
}
