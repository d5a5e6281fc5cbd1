package org.slipway.planning;

import java.util.UUID;
import org.slipway.shared.DomainEvent;

/** An activity has been planned and waits for somebody to carry it out. */
public record ActivityPlanned(String release, UUID activity) implements DomainEvent {}
