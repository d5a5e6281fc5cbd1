package org.slipway.justification;

/** What a justification may be given for. */
public enum Use {
    /** Suspending a release. */
    SUSPENSION,
    /** Reopening a release that had ended. */
    REOPENING,
    /** Sending back or rejecting an approval. */
    REFUSAL,
    /** Going on in spite of a rule, such as a freeze. */
    OVERRIDE
}
