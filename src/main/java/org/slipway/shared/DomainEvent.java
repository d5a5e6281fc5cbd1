package org.slipway.shared;

/** Something that has happened to a release; published inside the transaction in which it happened. */
public interface DomainEvent {

    /** The number of the release it happened to, such as {@code REL-000042}. */
    String release();
}
