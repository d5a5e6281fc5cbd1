package org.slipway.calendar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;

/**
 * The shifts of one day in order, at most five and none into another. A day without shifts is a day off.
 *
 * @param shifts ordered by their start
 */
public record WorkingDay(List<Shift> shifts) {

    /** A day on which nobody works. */
    public static final WorkingDay OFF = new WorkingDay(List.of());

    private static final int MOST = 5;

    public WorkingDay {
        shifts = shifts.stream().sorted(Comparator.comparingInt(Shift::start)).toList();
        if (shifts.size() > MOST) {
            throw new BusinessRuleViolated("shifts-too-many", "shifts", MOST);
        }
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).start() < shifts.get(i - 1).end()) {
                throw new BusinessRuleViolated("shifts-overlap", "shifts", shifts.get(i - 1), shifts.get(i));
            }
        }
    }

    /**
     * Reads {@code 08:00-12:00,13:00-18:00}; the empty text is a day off.
     *
     * @throws Malformed {@code shift-malformed}
     */
    public static WorkingDay of(String written) {
        return written.isEmpty()
                ? OFF
                : new WorkingDay(
                        Arrays.stream(written.split(",", -1)).map(Shift::of).toList());
    }

    boolean isOff() {
        return shifts.isEmpty();
    }

    boolean isWholeDay() {
        return shifts.stream().mapToInt(shift -> shift.end() - shift.start()).sum() == Shift.MINUTES_OF_DAY;
    }

    @Override
    public String toString() {
        return shifts.stream().map(Shift::toString).collect(Collectors.joining(","));
    }
}
