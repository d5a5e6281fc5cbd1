package org.slipway.release;

import org.slipway.shared.DomainEvent;

/** An ended release has begun a new cycle. */
public record ReleaseReopened(String release, int cycle, ReleaseStatus before) implements DomainEvent {}
