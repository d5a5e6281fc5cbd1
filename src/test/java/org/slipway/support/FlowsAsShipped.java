package org.slipway.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slipway.portfolio.DeployedFlow;
import org.slipway.portfolio.DeployedFlows;
import org.slipway.portfolio.FlowKind;

/** For a {@link RoomTest} that knows release models: the shipped flows, deployed twice, without an engine. */
public class FlowsAsShipped implements DeployedFlows {

    private static final int NEWEST = 2;
    private static final Map<String, FlowKind> SHIPPED =
            Map.of("release-planning", FlowKind.PLANNING, "release-deployment", FlowKind.DEPLOYMENT);

    @Override
    public List<DeployedFlow> newest(FlowKind kind) {
        return SHIPPED.entrySet().stream()
                .filter(flow -> flow.getValue() == kind)
                .map(flow -> new DeployedFlow(flow.getKey(), flow.getKey(), NEWEST, "0.1.0", kind))
                .toList();
    }

    @Override
    public Optional<Integer> newestVersion(String process) {
        return SHIPPED.containsKey(process) ? Optional.of(NEWEST) : Optional.empty();
    }

    @Override
    public boolean exists(String process, int version) {
        return SHIPPED.containsKey(process) && version <= NEWEST;
    }

    @Override
    public boolean carriesOut(FlowKind kind, String process, int version) {
        return SHIPPED.get(process) == kind;
    }
}
