package org.slipway.release;

import org.slipway.shared.DomainEvent;

/** What a deployment had changed has been taken back. */
public record DeploymentBackedOut(String release, int cycle) implements DomainEvent {}
