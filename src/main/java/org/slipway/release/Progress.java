package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the present cycle of a release has come. */
@Embeddable
public class Progress {

    @Column(name = "process_instance")
    private @Nullable String processInstance;

    @Column(name = "planned_at")
    private @Nullable Instant plannedAt;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "deployed_at")
    private @Nullable Instant deployedAt;

    private boolean cancelling;

    protected Progress() {}

    static Progress none() {
        return new Progress();
    }

    void attach(String instance) {
        processInstance = instance;
    }

    void plan(Instant at) {
        plannedAt = at;
    }

    void approve(String by, Instant at) {
        approvedBy = by;
        approvedAt = at;
    }

    void deploy(Instant at) {
        deployedAt = at;
    }

    void backOut() {
        deployedAt = null;
    }

    void beginCancelling() {
        cancelling = true;
    }

    /** Id of the lifecycle that runs for this cycle. */
    public @Nullable String processInstance() {
        return processInstance;
    }

    /** When the plan that approvers see was recorded. */
    public @Nullable Instant plannedAt() {
        return plannedAt;
    }

    /** Whose approval came last. */
    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    /** A deployment has touched the configuration items and has not been backed out. */
    public boolean isDeploymentInEffect() {
        return deployedAt != null;
    }

    public @Nullable Instant deployedAt() {
        return deployedAt;
    }

    /** A cancellation is under way: what was deployed is being taken back. */
    public boolean isCancelling() {
        return cancelling;
    }
}
