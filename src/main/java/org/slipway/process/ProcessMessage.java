package org.slipway.process;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Every message that the application sends to running processes, or starts one with; models know no others. */
public enum ProcessMessage {
    /** Starts a lifecycle anew for a release that had ended. */
    RELEASE_REOPENED("ReleaseReopened"),
    SUSPENSION_REQUESTED("SuspensionRequested"),
    CANCELLATION_REQUESTED("CancellationRequested"),
    /** Adds an activity to the phase that is under way. */
    ACTIVITY_ADDED("ActivityAdded"),
    /** Lets a deployment begin before its window opens. */
    EARLY_START_REQUESTED("EarlyStartRequested");

    private final String key;

    ProcessMessage(String key) {
        this.key = key;
    }

    /** The name in models. */
    public String key() {
        return key;
    }

    /** The names of all of them. */
    public static Set<String> keys() {
        return Arrays.stream(values()).map(ProcessMessage::key).collect(Collectors.toUnmodifiableSet());
    }
}
