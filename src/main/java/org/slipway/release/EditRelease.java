package org.slipway.release;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What shall change in a record; what is absent stays. Contract, requester and model cannot change after registration.
 *
 * @param version {@code null} takes it away
 */
public record EditRelease(
        @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*") @Nullable
        String title,

        @Size(max = 65000) @Pattern(regexp = "(?s).*\\S.*") @Nullable
        String description,

        @JsonDeserialize(using = Taken.class) @Nullable Optional<@Size(max = 25) String> version,

        @Nullable String contract,
        @Valid @Nullable Contact contact,
        @Size(max = 64) @Nullable String executorGroup,
        @Size(max = 64) @Nullable String approverGroup,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Level risk,
        @Valid @Nullable Window planning,
        @Valid @Nullable Window deployment,
        @Nullable Notifications notifications) {}
