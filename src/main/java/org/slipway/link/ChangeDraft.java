package org.slipway.link;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.link.record.RegistryImport;

/**
 * What another tool says of a change. What is null stays as the registry has it; a change that is new needs a title.
 *
 * @param backoutPlanUrl     where the plan to take the change back is kept
 * @param configurationItems keys of all items that the change touches
 */
public record ChangeDraft(
        @NotBlank @Size(max = 40) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String number,

        @Nullable @Size(max = 200) String title,
        @Nullable ChangeStatus status,

        @Nullable @Size(max = 500) @Pattern(regexp = "https?://[^\\s\\p{Cntrl}]+")
        String url,

        @Nullable @Size(max = 65000) String backoutPlan,

        @Nullable @Size(max = 500) @Pattern(regexp = "https?://[^\\s\\p{Cntrl}]+")
        String backoutPlanUrl,

        @Nullable @Size(max = 40) String backoutPlanVersion,

        @Nullable @Size(max = 2000) List<@NotBlank @Size(max = 200) String> configurationItems)
        implements RegistryImport.Draft {

    public ChangeDraft {
        number = stripped(number);
        title = title == null || title.isBlank() ? null : title.strip();
        url = url == null || url.isBlank() ? null : url.strip();
        backoutPlanUrl = backoutPlanUrl == null || backoutPlanUrl.isBlank() ? null : backoutPlanUrl.strip();
        configurationItems = configurationItems == null
                ? null
                : configurationItems.stream()
                        .map(ChangeDraft::stripped)
                        .distinct()
                        .toList();
    }

    @SuppressWarnings("NullAway") // Bean Validation refuses what is null, before it is used.
    private static String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
