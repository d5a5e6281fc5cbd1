package org.slipway.link.record;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What another tool says of one of its records. What is null stays as the registry has it; a record that is new needs a
 * title. What only a purchase has is refused for other kinds.
 *
 * @param status in the tool's own words; kept as {@code IN_PROGRESS} for "In progress"
 */
public record RecordDraft(
        @NotBlank @Size(max = 40) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String number,

        @Nullable @Size(max = 200) String title,
        @Nullable @Size(max = 40) String status,

        @Nullable @Size(max = 500) @Pattern(regexp = "https?://[^\\s\\p{Cntrl}]+")
        String url,

        @Nullable @Size(max = 500) String productDescription,
        @Nullable @Size(max = 200) String project,
        @Nullable @Size(max = 40) String costCentreCode,
        @Nullable @Size(max = 200) String costCentreName,
        @Nullable PurchaseItemStatus itemStatus)
        implements RegistryImport.Draft {

    @SuppressWarnings("NullAway") // Bean Validation refuses a number that is null, before it is used.
    public RecordDraft {
        number = number == null ? null : number.strip();
        title = stripped(title);
        status = word(status);
        url = stripped(url);
        productDescription = stripped(productDescription);
        project = stripped(project);
        costCentreCode = stripped(costCentreCode);
        costCentreName = stripped(costCentreName);
    }

    /** The name of a field that is given though only purchases have it. */
    @Nullable
    String purchaseField() {
        if (productDescription != null) {
            return "productDescription";
        } else if (project != null) {
            return "project";
        } else if (costCentreCode != null) {
            return "costCentreCode";
        } else if (costCentreName != null) {
            return "costCentreName";
        }
        return itemStatus == null ? null : "itemStatus";
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A status as it is kept. */
    static @Nullable String word(@Nullable String status) {
        String word = stripped(status);
        return word == null
                ? null
                : word.toUpperCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "_")
                        .replaceAll("^_|_$", "");
    }
}
