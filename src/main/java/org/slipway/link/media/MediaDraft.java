package org.slipway.link.media;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a media. What is null stays as the library has it; a media that is new needs a name, a physical address
 * and a type.
 *
 * @param key       what people call it by; a new media without one gets {@code MED-} and eight characters
 * @param keys      all its licence keys
 * @param sha256    of the content, in hexadecimal digits
 * @param knowledge numbers of all knowledge articles about it
 * @param endDate   the first day on which it is not in use any more
 */
public record MediaDraft(
        @Nullable @JsonAlias({"number", "id"}) @Size(max = 60) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String key,

        @Nullable @JsonAlias("title") @Size(max = 200) String name,
        @Nullable @Size(max = 40) String version,
        @Nullable @Size(max = 500) String physicalAddress,
        @Nullable @Size(max = 500) String logicalAddress,
        @Nullable @Size(max = 60) String mediaType,
        @Nullable @Size(max = 60) String softwareType,
        @Nullable @Size(max = 60) String licenceType,
        @Nullable @Size(max = 1000) List<@Valid LicenceKey> keys,

        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256,

        @Nullable @Size(max = 200) String supplier,
        @Nullable @Size(max = 500) String source,
        @Nullable @Size(max = 500) String builtFrom,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 40) String> knowledge,
        @Nullable LocalDate endDate) {

    public MediaDraft {
        key = stripped(key);
        name = stripped(name);
        version = stripped(version);
        physicalAddress = stripped(physicalAddress);
        logicalAddress = stripped(logicalAddress);
        mediaType = stripped(mediaType);
        softwareType = stripped(softwareType);
        licenceType = stripped(licenceType);
        sha256 = sha256 == null ? null : sha256.strip().toLowerCase(Locale.ROOT);
        supplier = stripped(supplier);
        source = stripped(source);
        builtFrom = stripped(builtFrom);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
