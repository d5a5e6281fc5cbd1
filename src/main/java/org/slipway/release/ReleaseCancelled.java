package org.slipway.release;

import org.slipway.shared.DomainEvent;

/** A release has been given up. */
public record ReleaseCancelled(String release, int cycle) implements DomainEvent {}
