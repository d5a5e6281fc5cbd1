package org.slipway.portfolio;

/**
 * What one release follows from its registration or reopening on, whatever becomes of its model or is deployed
 * meanwhile. A value of names and numbers, which the release keeps as its own.
 *
 * @param modelVersion      the version of the release model
 * @param planningProcess   the key of the process of the planning phase
 * @param planningVersion   its version, from 1
 * @param deploymentProcess the key of the process of the deployment phase
 * @param deploymentVersion its version, from 1
 */
public record BoundFlows(
        int modelVersion,
        String planningProcess,
        int planningVersion,
        String deploymentProcess,
        int deploymentVersion) {

    /** Such as {@code release-planning:3}. */
    public String planning() {
        return planningProcess + ":" + planningVersion;
    }

    /** Such as {@code release-deployment:3}. */
    public String deployment() {
        return deploymentProcess + ":" + deploymentVersion;
    }
}
