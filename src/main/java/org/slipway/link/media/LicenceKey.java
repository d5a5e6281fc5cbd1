package org.slipway.link.media;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A key of a media, and how many installations it permits.
 *
 * @param permissions from 1
 */
@Embeddable
public record LicenceKey(
        @NotBlank @Size(max = 500) @Column(name = "licence_key")
        String key,

        @Min(1) @Max(1_000_000) int permissions) {}
