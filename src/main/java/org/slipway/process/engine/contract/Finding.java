package org.slipway.process.engine.contract;

import org.jspecify.annotations.Nullable;

/**
 * A line of the contract that a file does not keep.
 *
 * @param resource the name of the file
 * @param element  the id of the element at fault; none when it is the file as a whole
 * @param reason   what is wrong and what would be right, for whoever draws the model
 */
public record Finding(String resource, @Nullable String element, String reason) {

    @Override
    public String toString() {
        return resource + ": " + (element == null ? "" : element + ": ") + reason;
    }
}
