package org.slipway.cmdb;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One import under way: how it is meant, what is wrong, how far it is.
 *
 * @param rows told how many rows more have been worked on
 */
record ImportRun(ImportOptions options, ImportProblems problems, LongConsumer rows) {

    @Nullable
    String source() {
        return options.source();
    }

    boolean isComplete() {
        return options.complete();
    }

    boolean isClean() {
        return problems.isEmpty();
    }
}
