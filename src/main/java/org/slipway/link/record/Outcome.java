package org.slipway.link.record;

import java.util.Collection;

/** What became of a record that another tool sent. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED;

    /** How many records of an import became what. */
    public record Counts(int created, int updated, int unchanged) {

        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Collection<Outcome> more) {
            return new Counts(
                    created + count(more, CREATED), updated + count(more, UPDATED), unchanged + count(more, UNCHANGED));
        }

        private static int count(Collection<Outcome> outcomes, Outcome wanted) {
            return (int) outcomes.stream().filter(one -> one == wanted).count();
        }
    }
}
