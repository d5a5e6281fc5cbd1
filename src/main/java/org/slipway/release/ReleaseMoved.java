package org.slipway.release;

import org.slipway.shared.DomainEvent;

/** A release has changed its status. */
public record ReleaseMoved(String release, int cycle, ReleaseStatus from, ReleaseStatus to) implements DomainEvent {}
