package org.slipway.process.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a process has done, step by step, as the engine remembers it.
 *
 * @param cycle    of the release
 * @param calledBy id of the run that called it; none of the lifecycle itself
 * @param process  its key, such as {@code release-planning}
 * @param version  the deployed version it runs on, from 1
 * @param model    id of that version
 * @param steps    in the order in which they began; at most a hundred thousand of a release
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trail(
        String id,
        int cycle,
        @Nullable String calledBy,
        String process,
        String name,
        int version,
        String model,
        ReleaseFlow.State state,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<Step> steps) {

    /** Whether it is a lifecycle, which nothing called. */
    boolean isRoot() {
        return calledBy == null;
    }

    /** With something else in the place of people. */
    Trail with(UnaryOperator<String> person) {
        return new Trail(
                id,
                cycle,
                calledBy,
                process,
                name,
                version,
                model,
                state,
                startedAt,
                endedAt,
                steps.stream().map(step -> step.with(person)).toList());
    }

    static @Nullable String mapped(@Nullable String text, UnaryOperator<String> to) {
        return text == null ? null : to.apply(text);
    }

    /** How a step stands. */
    public enum Mark {
        CURRENT,
        DONE,
        /** Called off. */
        ENDED
    }

    /**
     * @param id     in the model
     * @param kind   as BPMN calls it, such as {@code userTask}
     * @param person who had the task, at last
     * @param called id of the run that it called
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String id,
            @Nullable String name,
            String kind,
            Mark mark,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String person,
            @Nullable String called) {

        Step with(UnaryOperator<String> other) {
            return new Step(id, name, kind, mark, startedAt, endedAt, mapped(person, other), called);
        }
    }
}
