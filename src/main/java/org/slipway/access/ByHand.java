package org.slipway.access;

/**
 * A journaled entity that not only people change ({@link org.slipway.shared.Journaled}): it knows of itself whether its newest
 * change is one to note.
 */
public interface ByHand {

    boolean isChangedByHand();
}
