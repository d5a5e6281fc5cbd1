package org.slipway.reporting.rights;

import java.util.List;

/**
 * What one person may do.
 *
 * @param operation an operation of ours, or a power over the engine
 * @param scope     the key of a release model, for the engine's what else it was granted for, or {@code *} for all
 * @param through   the groups that give it; none when it is the person's own
 */
record EffectiveRight(String person, String name, String operation, String scope, List<String> through) {}
