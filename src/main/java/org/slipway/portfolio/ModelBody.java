package org.slipway.portfolio;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A release model as somebody writes it down. */
record ModelBody(
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") @Nullable
        String key,

        @NotBlank @Size(max = 100) String name,
        @Size(max = 1000) @Nullable String description,
        @NotBlank @Size(max = 100) String planningProcess,
        @Min(1) @Nullable Integer planningVersion,
        @NotBlank @Size(max = 100) String deploymentProcess,
        @Min(1) @Nullable Integer deploymentVersion,
        @NotBlank @Size(max = 64) String executorGroup,
        @NotBlank @Size(max = 64) String approverGroup,
        @NotBlank @Size(max = 64) String calendar,
        @Size(max = 100) @Nullable String category,
        @NotNull ReleaseKind kind,
        @NotNull @Pattern(regexp = LEVEL) String defaultImpact,
        @NotNull @Pattern(regexp = LEVEL) String defaultUrgency,
        @Pattern(regexp = LEVEL) @Nullable String defaultRisk,
        @Size(max = 64) @Nullable String defaultContract,
        @Nullable Set<@NotNull MandatoryItem> mandatory,
        ReleaseModel.@Nullable Status status) {

    private static final String LEVEL = "LOW|MEDIUM|HIGH";

    static ModelBody of(ReleaseModel from) {
        ModelDefinition says = from.definition();
        return new ModelBody(
                from.key(),
                says.name(),
                says.description(),
                says.planningProcess(),
                says.planningVersion(),
                says.deploymentProcess(),
                says.deploymentVersion(),
                says.executorGroup(),
                says.approverGroup(),
                says.calendar(),
                says.category(),
                says.kind(),
                says.defaultImpact(),
                says.defaultUrgency(),
                says.defaultRisk(),
                says.defaultContract(),
                says.mandatory(),
                from.status());
    }

    ModelDefinition definition() {
        Set<MandatoryItem> items = EnumSet.noneOf(MandatoryItem.class);
        if (mandatory != null) {
            items.addAll(mandatory);
        }
        return new ModelDefinition(
                name.strip(),
                description,
                planningProcess,
                planningVersion,
                deploymentProcess,
                deploymentVersion,
                executorGroup,
                approverGroup,
                calendar,
                category,
                kind,
                defaultImpact,
                defaultUrgency,
                defaultRisk,
                defaultContract,
                items);
    }
}
