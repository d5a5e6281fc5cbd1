package org.slipway.release;

import org.slipway.shared.DomainEvent;

/** A release has ended because its plan was rejected. */
public record ReleaseRejected(String release, int cycle) implements DomainEvent {}
