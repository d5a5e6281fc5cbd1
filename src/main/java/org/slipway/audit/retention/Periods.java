package org.slipway.audit.retention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slipway.audit.EntryKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The periods by kind. An installation whose periods contradict each other does not start. */
@Component
class Periods {

    /** A lifecycle that has just ended is looked at, and may be reopened. */
    static final int FEWEST_DAYS = 30;

    private static final List<EntryKind> READINGS = List.of(EntryKind.READ, EntryKind.REFUSAL);

    private static final List<EntryKind> NEEDED = List.of(EntryKind.BLANKING, EntryKind.TRAIL);

    private final Period engineHistory;
    private final Period journal;
    private final Period readings;

    Periods(
            RetentionSettings settings,
            @Value("${camunda.bpm.generic-properties.properties.history-time-to-live}") String engineHistory) {
        this.engineHistory = checked("SLIPWAY_HISTORY_TIME_TO_LIVE", engineHistory(engineHistory));
        this.journal = checked("SLIPWAY_RETENTION_JOURNAL", settings.journal());
        this.readings = checked("SLIPWAY_RETENTION_READINGS", settings.readings());
        if (journal.getDays() < this.engineHistory.getDays()) {
            throw new IllegalStateException("SLIPWAY_RETENTION_JOURNAL is " + journal
                    + ", but the journal has to outlive the engine's history, which SLIPWAY_HISTORY_TIME_TO_LIVE keeps for "
                    + this.engineHistory);
        }
    }

    Period engineHistory() {
        return engineHistory;
    }

    Period journal() {
        return journal;
    }

    Period readings() {
        return readings;
    }

    /** Which entries lose what they tell when they are older than this moment. */
    Map<Instant, List<EntryKind>> limits(Instant now) {
        List<EntryKind> others = otherKinds();
        Instant journalLimit = now.minus(journal);
        Instant readingsLimit = now.minus(readings);
        return journalLimit.equals(readingsLimit)
                ? Map.of(
                        journalLimit,
                        Stream.concat(others.stream(), READINGS.stream()).toList())
                : Map.of(journalLimit, others, readingsLimit, READINGS);
    }

    /** The kinds of entries that a period of their own is for. */
    static List<EntryKind> readingKinds() {
        return READINGS;
    }

    /** All others, but for those that account for what was taken out or kept: what they tell is needed for good, and names nobody. */
    static List<EntryKind> otherKinds() {
        return Stream.of(EntryKind.values())
                .filter(kind -> !READINGS.contains(kind) && !NEEDED.contains(kind))
                .toList();
    }

    /** As the engine takes it: days, or {@code P<n>D}. */
    private static Period engineHistory(String said) {
        try {
            return said.startsWith("P") ? Period.parse(said) : Period.ofDays(Integer.parseInt(said));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalStateException(
                    "SLIPWAY_HISTORY_TIME_TO_LIVE is no number of days, such as P2555D: " + said, e);
        }
    }

    private static Period checked(String variable, Period period) {
        if (period.getYears() != 0 || period.getMonths() != 0 || period.getDays() < FEWEST_DAYS) {
            throw new IllegalStateException(variable + " is " + period
                    + "; it takes days, such as P2555D, and at least " + FEWEST_DAYS + " of them");
        }
        return period;
    }
}
