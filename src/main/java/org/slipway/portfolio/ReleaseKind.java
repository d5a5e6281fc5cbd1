package org.slipway.portfolio;

/** How much a release of a model changes. */
public enum ReleaseKind {
    /** Maintenance, fault or security correction; nothing new. */
    MINOR,
    /** A new version, architecture or set of features. */
    MAJOR,
    /** Added features, better performance or usability. */
    SIGNIFICANT,
    /** A temporary correction, as soon as possible. */
    EMERGENCY
}
