package org.slipway.cmdb;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One import under way: how it is meant, what is wrong, how far it is.
 *
 * @param rows              told how many rows more have been worked on
 * @param seenItems         the keys that all files have brought so far
 * @param seenRelationships numbers that stand for the relationships that all files have brought so far
 */
record ImportRun(
        ImportOptions options,
        ImportProblems problems,
        LongConsumer rows,
        Set<String> seenItems,
        Set<Long> seenRelationships) {

    ImportRun(ImportOptions options, LongConsumer rows) {
        this(options, new ImportProblems(), rows, new HashSet<>(), new HashSet<>());
    }

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
