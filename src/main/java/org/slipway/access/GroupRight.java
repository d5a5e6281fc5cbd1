package org.slipway.access;

import java.util.Set;

/**
 * What one group may do with releases of one model.
 *
 * @param model the key of a release model, or {@link Rights#ANY_MODEL}
 */
public record GroupRight(String group, String model, Set<Operation> operations) {}
