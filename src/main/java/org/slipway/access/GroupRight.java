package org.slipway.access;

import java.util.Set;
import org.slipway.shared.Digest;

/**
 * What one group may do with releases of one model.
 *
 * @param model the key of a release model, or {@link Rights#ANY_MODEL}
 */
public record GroupRight(String group, String model, Set<Operation> operations) {

    /** What it says, as an entity tag. */
    public String revision() {
        return operations.isEmpty()
                ? "none"
                : Digest.revision(operations.stream().sorted().toList());
    }
}
