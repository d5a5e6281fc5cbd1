package org.slipway.release;

/** Derives the priority from impact and urgency (src/docs/domain.md, Priority); filled by the decision {@code derive-priority}. */
public interface PriorityMatrix {

    /** From 1, the highest, to 5, the lowest. */
    int priority(Level impact, Level urgency);
}
