package org.slipway.release;

import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.portfolio.BoundFlows;
import org.slipway.portfolio.ReleaseModel;
import org.slipway.portfolio.ReleaseModels;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The events that people send to a release from outside its flow. Each locks the release, looks whether the lifecycle
 * can take the event at all, and hands it to the process, in which {@link ReleaseInterruptions} decides.
 */
@Component
public class ReleaseCommands {

    private final Releases releases;
    private final ReleaseModels models;
    private final ReleaseInterruptions interruptions;
    private final ReleaseProcess process;
    private final Rights rights;

    ReleaseCommands(
            Releases releases,
            ReleaseModels models,
            ReleaseInterruptions interruptions,
            ReleaseProcess process,
            Rights rights) {
        this.releases = releases;
        this.models = models;
        this.interruptions = interruptions;
        this.process = process;
        this.rights = rights;
    }

    @Transactional
    public void suspend(String number, String justification, @Nullable String complement) {
        Release release = releases.lock(number);
        require(release.status().isSuspendable() && !release.progress().isCancelling(), Operation.SUSPEND, release);
        process.suspend(number, justification, complement);
    }

    @Transactional
    public void reactivate(String number) {
        Release release = releases.lock(number);
        require(release.status() == ReleaseStatus.SUSPENDED, Operation.REACTIVATE, release);
        process.reactivate(number);
    }

    @Transactional
    public void cancel(String number, String reason) {
        Release release = releases.lock(number);
        require(!release.status().isEnded() && !release.progress().isCancelling(), Operation.CANCEL, release);
        process.cancel(number, reason);
    }

    @Transactional
    public void reopen(String number, Reopening reopening) {
        Release release = releases.lock(number);
        interruptions.reopen(number, reopening);
        ReleaseModel model =
                models.find(release.model()).orElseThrow(() -> new Unknown("model-unknown", "model", release.model()));
        BoundFlows flows = models.bind(model);
        release.follow(flows);
        process.reopen(number, flows, reopening);
    }

    @Transactional
    public void startEarly(String number, String reason) {
        Release release = releases.lock(number);
        require(release.status() == ReleaseStatus.IN_EXECUTION, Operation.START_EARLY, release);
        process.startEarly(number, reason);
    }

    /** Whoever lacks the right is told that, and not where the release stands. */
    private void require(boolean legal, Operation operation, Release release) {
        if (!legal) {
            rights.require(operation, release.model());
            throw new WrongState("transition-not-legal", null, operation, release.status());
        }
    }
}
