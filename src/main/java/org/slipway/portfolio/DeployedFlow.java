package org.slipway.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * A deployed process that can carry out a phase.
 *
 * @param process    its key, which is the name of its file
 * @param version    the number that the engine gave it, from 1
 * @param versionTag what its author calls this version
 */
public record DeployedFlow(
        String process, String name, int version, @Nullable String versionTag, FlowKind kind) {}
