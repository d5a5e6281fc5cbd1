package org.slipway.process.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one cycle of a release.
 *
 * @param cycles all cycles that the engine still remembers, ascending
 * @param cycle  the one that is told of
 */
public record ReleaseFlow(List<Integer> cycles, int cycle, List<Run> instances) {

    /** How a run stands. */
    public enum State {
        RUNNING,
        SUSPENDED,
        COMPLETED,
        CANCELLED
    }

    /**
     * One run of a process.
     *
     * @param process its key, such as {@code release-planning}
     * @param version the deployed version it runs on, from 1
     * @param model   id of that version
     * @param xml     where its drawing is
     * @param done    ids of the steps that have ended as they should
     * @param ended   ids of the steps that were called off
     * @param current ids of the steps it is at
     */
    public record Run(
            String id,
            String process,
            String name,
            int version,
            String model,
            String xml,
            State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<String> done,
            List<String> ended,
            List<String> current) {}
}
