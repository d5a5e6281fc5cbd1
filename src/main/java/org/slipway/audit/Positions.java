package org.slipway.audit;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Places in the chain of seals, a bit for each; but for those that are so far away that somebody must have made them up. */
final class Positions {

    private static final int NEAR = 1 << 27;

    private final BitSet near = new BitSet();
    private final Set<Long> far = new TreeSet<>();

    void add(long position) {
        if (position >= 0 && position < NEAR) {
            near.set((int) position);
        } else {
            far.add(position);
        }
    }

    /** Those of them that are not among others, the first one first. */
    LongStream without(Positions others) {
        BitSet left = (BitSet) near.clone();
        left.andNot(others.near);
        return LongStream.concat(
                left.stream().asLongStream(),
                far.stream().filter(each -> !others.far.contains(each)).mapToLong(Long::longValue));
    }
}
