package org.slipway.portfolio;

import java.util.List;
import java.util.Optional;

/** The flows that release models can be bound to; filled by the room that owns the engine. */
public interface DeployedFlows {

    /** The newest version of each flow of this kind, by key; at most two hundred. */
    List<DeployedFlow> newest(FlowKind kind);

    /** The newest version of a process; what another node has deployed counts five seconds later at the latest. */
    Optional<Integer> newestVersion(String process);

    /** Whether this version of a process is deployed. */
    boolean exists(String process, int version);

    /** Whether this version of a process, which is deployed, does what a flow of this kind has to. */
    boolean carriesOut(FlowKind kind, String process, int version);
}
