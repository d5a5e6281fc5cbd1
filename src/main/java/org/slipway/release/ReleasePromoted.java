package org.slipway.release;

import org.jspecify.annotations.Nullable;
import org.slipway.shared.DomainEvent;

/** The requester has accepted; the configuration items now run what was released. */
public record ReleasePromoted(
        String release, int cycle, @Nullable String version) implements DomainEvent {}
