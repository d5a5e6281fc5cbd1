package org.slipway.cmdb;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration item as callers over HTTP see it, and of which they send what they know. */
@Schema(name = "ConfigurationItem")
record ItemRecord(
        String key,
        String name,
        @JsonProperty("class") String itemClass,
        @Nullable ItemGroup group,
        ItemStatus status,
        @Nullable Criticality criticality,
        @Nullable String owner,
        @Nullable String environment,
        @Nullable String site,
        @Nullable String description,
        @Nullable String productVersion,
        Map<String, String> attributes,
        @Nullable LocalDate endDate,
        Map<String, Redundancy> redundancy,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) String version,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) VersionOrigin lastOrigin,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        String lastOriginReference,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) Instant createdAt) {

    static ItemRecord of(ConfigurationItem item) {
        ItemState state = item.state();
        return new ItemRecord(
                item.key(),
                state.name(),
                state.itemClass(),
                state.group(),
                state.status(),
                state.criticality(),
                state.owner(),
                state.environment(),
                state.site(),
                state.description(),
                state.productVersion(),
                state.attributes(),
                state.endDate(),
                state.redundancy(),
                item.version(),
                item.lastOrigin().kind(),
                item.lastOrigin().reference(),
                item.createdAt());
    }
}
