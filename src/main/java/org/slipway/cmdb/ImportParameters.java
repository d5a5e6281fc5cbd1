package org.slipway.cmdb;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How a caller over HTTP means an import; what is not said is no. */
record ImportParameters(
        @Nullable Boolean dryRun,

        @Nullable @Size(max = 60) @Pattern(regexp = "\\P{Cntrl}*")
        String source,

        @Nullable Boolean complete) {

    ImportOptions options() {
        return new ImportOptions(Boolean.TRUE.equals(dryRun), source, Boolean.TRUE.equals(complete));
    }
}
