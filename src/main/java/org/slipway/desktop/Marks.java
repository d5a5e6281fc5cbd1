package org.slipway.desktop;

import java.util.EnumMap;
import java.util.Map;
import org.slipway.release.ReleaseStatus;
import org.springframework.stereotype.Component;

/** Each of the thirteen statuses has one icon, everywhere the same (its colour is its class). Templates ask it by its name. */
@Component("marks")
public class Marks {

    private static final Map<ReleaseStatus, String> ICONS = new EnumMap<>(Map.ofEntries(
            Map.entry(ReleaseStatus.REGISTERED, "inbox"),
            Map.entry(ReleaseStatus.PLANNED, "calendar3"),
            Map.entry(ReleaseStatus.APPROVED, "hand-thumbs-up"),
            Map.entry(ReleaseStatus.IN_EXECUTION, "play-fill"),
            Map.entry(ReleaseStatus.EXECUTED, "save"),
            Map.entry(ReleaseStatus.SOLVED, "check-lg"),
            Map.entry(ReleaseStatus.CLOSED, "lock-fill"),
            Map.entry(ReleaseStatus.CONCLUDED, "flag-fill"),
            Map.entry(ReleaseStatus.NOT_SOLVED, "exclamation-triangle-fill"),
            Map.entry(ReleaseStatus.REJECTED, "slash-circle"),
            Map.entry(ReleaseStatus.SUSPENDED, "pause-fill"),
            Map.entry(ReleaseStatus.CANCELLED, "x-lg"),
            Map.entry(ReleaseStatus.REOPENED, "arrow-repeat")));

    public String status(ReleaseStatus status) {
        return ICONS.getOrDefault(status, "question-circle");
    }

    /** Whether the clock stands still: a delay there is history, not news. */
    public boolean resting(ReleaseStatus status) {
        return status.isEnded() || status == ReleaseStatus.SUSPENDED;
    }
}
