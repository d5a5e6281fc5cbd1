package org.slipway.process.lifecycle;

import org.slipway.portfolio.DeployedFlows;
import org.slipway.process.ForModels;
import org.slipway.shared.Unknown;
import org.springframework.stereotype.Component;

/** Which process, and which version of it, the lifecycle calls for a phase. */
@ForModels
@Component
public class Phases {

    private static final char VERSION_FOLLOWS = ':';

    private final DeployedFlows deployed;

    Phases(DeployedFlows deployed) {
        this.deployed = deployed;
    }

    /** @param flow such as {@code release-planning:3} */
    public String process(String flow) {
        int end = flow.indexOf(VERSION_FOLLOWS);
        return end < 0 ? flow : flow.substring(0, end);
    }

    /**
     * @param flow such as {@code release-planning:3}; without a version, as a node of an older Slipway writes it, the newest
     *             counts
     */
    public int version(String flow) {
        int end = flow.indexOf(VERSION_FOLLOWS);
        return end < 0
                ? deployed.newestVersion(flow).orElseThrow(() -> new Unknown("flow-unknown", null, flow))
                : Integer.parseInt(flow.substring(end + 1));
    }
}
