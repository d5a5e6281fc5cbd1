package org.slipway.release;

import org.jspecify.annotations.Nullable;
import org.slipway.shared.DomainEvent;

/** Execution has touched the configuration items of a release, whether it succeeded or not. */
public record DeploymentTookEffect(
        String release, int cycle, @Nullable String version) implements DomainEvent {}
