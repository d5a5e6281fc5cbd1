package org.slipway.process.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the engine did for a release, in all of its cycles.
 *
 * @param runs       by cycle, each lifecycle before what it called
 * @param operations what people did to them past the release's own commands, as the engine logged it; in their order
 * @param incidents  what went wrong in them, in their order
 * @param kept       what of that was kept before the engine forgot it
 */
public record ProcessRecord(List<Trail> runs, List<Operation> operations, List<Incident> incidents, List<Kept> kept) {

    /** @param content as it was written when it was kept, with digests for people, which its hash was made of */
    public record Kept(String id, byte[] content) {}

    /**
     * @param operation  of what was done at once
     * @param annotation what an operator may have written to it later
     * @param process    id of the run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Operation(
            @Nullable String operation,
            Instant at,
            @Nullable String person,
            String type,
            String entity,
            @Nullable String property,
            @Nullable String valueBefore,
            @Nullable String valueAfter,
            @Nullable String annotation,
            String process) {

        /** @param value what stands in the place of a value, which may be a person */
        Operation with(UnaryOperator<String> person, UnaryOperator<String> value) {
            return new Operation(
                    operation,
                    at,
                    Trail.mapped(this.person, person),
                    type,
                    entity,
                    property,
                    Trail.mapped(valueBefore, value),
                    Trail.mapped(valueAfter, value),
                    annotation,
                    process);
        }
    }

    /**
     * @param stateNumber 0 open, 1 resolved, 2 deleted
     * @param process     id of the run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Incident(
            Instant createdAt,
            @Nullable Instant endedAt,
            String type,
            @Nullable String message,
            @Nullable String activity,
            int stateNumber,
            @Nullable String annotation,
            String process) {}
}
