package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What is released.
 *
 * @param version of the product, not of the record
 */
@Embeddable
public record Subject(
        String title,
        String description,
        @Column(name = "product_version") @Nullable String version) {}
