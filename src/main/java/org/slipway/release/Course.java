package org.slipway.release;

import jakarta.persistence.Embeddable;
import org.slipway.portfolio.BoundFlows;

/**
 * What a release follows since its registration or last reopening.
 *
 * @param modelVersion      the version of its model
 * @param planningProcess   the key of the process of the planning phase
 * @param planningVersion   its version
 * @param deploymentProcess the key of the process of the deployment phase
 * @param deploymentVersion its version
 */
@Embeddable
public record Course(
        Integer modelVersion,
        String planningProcess,
        Integer planningVersion,
        String deploymentProcess,
        Integer deploymentVersion) {

    static Course of(BoundFlows flows) {
        return new Course(
                flows.modelVersion(),
                flows.planningProcess(),
                flows.planningVersion(),
                flows.deploymentProcess(),
                flows.deploymentVersion());
    }

    /** Such as {@code release-planning:3}. */
    public String planning() {
        return planningProcess + ":" + planningVersion;
    }

    /** Such as {@code release-deployment:3}. */
    public String deployment() {
        return deploymentProcess + ":" + deploymentVersion;
    }
}
