package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whom to speak to about a release; kept per release, may differ from the requester.
 *
 * @param unit     key of a unit in the registry
 * @param location key of a physical location in the registry
 */
@Embeddable
public record Contact(
        @Column(name = "contact_name") @NotBlank @Size(max = 70)
        String name,

        @Column(name = "contact_email") @NotBlank @Email @Size(max = 120)
        String email,

        @Column(name = "contact_phone") @Size(max = 20) @Nullable
        String phone,

        @Column(name = "contact_extension") @Size(max = 4) @Nullable
        String extension,

        @Column(name = "contact_unit") @Size(max = 64) @Nullable
        String unit,

        @Column(name = "contact_location") @Size(max = 64) @Nullable
        String location,

        @Column(name = "contact_note") @Size(max = 65000) @Nullable
        String note) {}
