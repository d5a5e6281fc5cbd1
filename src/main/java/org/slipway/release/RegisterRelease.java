package org.slipway.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in to register a release. What is left out comes from the model (groups, impact, urgency,
 * risk, contract), from the person who registers (requester) or from the requester (contact).
 *
 * @param changes            numbers of the changes it bundles; at least one
 * @param configurationItems keys; those of the changes come by themselves
 * @param backoutPlan        the steps that take the deployment back, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterRelease(
        @NotBlank @Size(max = 100) String title,
        @NotBlank @Size(max = 65000) String description,
        @Size(max = 64) @Nullable String model,
        @Size(max = 64) @Nullable String contract,
        @Size(max = 64) @Nullable String requester,
        @Valid @Nullable Contact contact,
        @Size(max = 64) @Nullable String executorGroup,
        @Size(max = 64) @Nullable String approverGroup,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Level risk,
        @Size(max = 25) @Nullable String version,
        @NotNull @Valid Window planning,
        @NotNull @Valid Window deployment,
        @Size(max = 500) @Nullable List<@NotBlank @Size(max = 40) String> changes,
        @Size(max = 5000) @Nullable List<@NotBlank @Size(max = 200) String> configurationItems,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 1000) String> backoutPlan,
        @Nullable Notifications notifications) {}
