package org.slipway.link.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A media as callers see it.
 *
 * @param keys        left out for who may not manage media
 * @param homologated whether the present content is the one of the homologation
 */
public record MediaView(
        UUID id,
        String key,
        String name,
        @Nullable String version,
        String physicalAddress,
        @Nullable String logicalAddress,
        String mediaType,
        @Nullable String softwareType,
        @Nullable String licenceType,
        int numberOfLicences,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LicenceKey> keys,
        @Nullable String sha256,
        @Nullable String hashSetBy,
        @Nullable Instant hashSetAt,
        @Nullable Homologation homologation,
        boolean homologated,
        @Nullable String supplier,
        @Nullable String source,
        @Nullable String builtFrom,
        List<String> knowledge,
        @Nullable LocalDate endDate,
        boolean active) {

    public static MediaView of(Media from, boolean active, boolean withKeys) {
        return new MediaView(
                from.id(),
                from.key(),
                from.name(),
                from.version(),
                from.physicalAddress(),
                from.logicalAddress(),
                from.mediaType(),
                from.softwareType(),
                from.licenceType(),
                from.licences(),
                withKeys ? from.keys() : null,
                from.sha256(),
                from.hashSetBy(),
                from.hashSetAt(),
                from.homologation(),
                from.isHomologated(),
                from.supplier(),
                from.source(),
                from.builtFrom(),
                from.knowledge(),
                from.endDate(),
                active);
    }
}
