package org.slipway.audit;

/** What an entry of the journal tells of, besides what the histories of releases tell (src/docs/domain.md, Journal). */
public enum EntryKind {
    /** A command or a question was refused. */
    REFUSAL,
    /** A registry, a right or a setting was changed. */
    CHANGE,
    /** People, groups, grants or models were changed in the engine, or an operator stepped in. */
    OPERATION,
    /** A file with releases or with the journal left the system. */
    EXPORT,
    /** An auditor read something. */
    READ,
    /** The journal was verified. */
    VERIFICATION,
    /** A release was put under legal hold, or freed of it. */
    HOLD,
    /** A person's data was erased. */
    ERASURE,
    /** Something no longer tells what it told, since a person was erased or its period has passed: which lines and entries. */
    BLANKING,
    /** What the engine did for a release was kept before it forgot it: the hashes of that. */
    TRAIL
}
