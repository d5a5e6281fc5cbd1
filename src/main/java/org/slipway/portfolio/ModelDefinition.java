package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a release model says (src/docs/domain.md, Portfolio).
 *
 * @param planningProcess   the key of the process that carries out the planning phase
 * @param planningVersion   the version that it is pinned to; none for the newest one when a release begins
 * @param deploymentProcess the key of the process that carries out the deployment phase
 * @param deploymentVersion as {@code planningVersion}
 * @param executorGroup     executes when the registration names no other
 * @param approverGroup     approves and homologates when the registration names no other
 * @param calendar          the key of the calendar that terms and delays are counted by
 * @param defaultImpact     HIGH, MEDIUM or LOW
 * @param defaultUrgency    HIGH, MEDIUM or LOW
 * @param defaultRisk       HIGH, MEDIUM or LOW; none when every registration has to say it
 * @param defaultContract   the key of the contract when the registration names no other
 * @param mandatory         what every registration has to name
 */
@Embeddable
public record ModelDefinition(
        String name,
        @Nullable String description,
        String planningProcess,
        @Nullable Integer planningVersion,
        String deploymentProcess,
        @Nullable Integer deploymentVersion,
        String executorGroup,
        String approverGroup,
        @Column(name = "calendar_key") String calendar,
        @Nullable String category,
        @Enumerated(EnumType.STRING) ReleaseKind kind,
        String defaultImpact,
        String defaultUrgency,
        @Nullable String defaultRisk,
        @Nullable String defaultContract,
        @Convert(converter = MandatoryItemsColumn.class) Set<MandatoryItem> mandatory) {}
