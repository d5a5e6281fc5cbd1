package org.slipway.document;

/** What a document is to its release. */
public enum DocumentKind {
    /** Anything that helps the work. */
    ATTACHMENT,
    /** Documentation of the release package: software, hardware, training. */
    GENERAL,
    /** Contracts, licences, approvals by authorities. */
    LEGAL
}
