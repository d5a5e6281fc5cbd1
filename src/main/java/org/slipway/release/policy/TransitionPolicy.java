package org.slipway.release.policy;

import org.slipway.release.Release;

/** A rule of another room that may refuse a move of a release. Every bean of this type is asked, in no set order. */
public interface TransitionPolicy {

    /**
     * Asked before the move is made, inside its transaction. What that has changed before is seen through repositories,
     * which write it first; plain SQL may not find it yet.
     *
     * @throws org.slipway.shared.BusinessRuleViolated when the rule forbids the move
     */
    void check(Release release, Transition transition);
}
