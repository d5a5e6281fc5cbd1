package org.slipway.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slipway.shared.Malformed;

/**
 * A stretch of working time within one day, written {@code 08:00-12:00}.
 *
 * @param start minutes from the day's midnight
 * @param end   minutes from the day's midnight, after the start, at most 1440 ({@code 24:00})
 */
public record Shift(int start, int end) {

    static final int MINUTES_OF_DAY = 24 * 60;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}):([0-5]\\d)-(\\d{2}):([0-5]\\d)");

    public Shift {
        if (start < 0 || end <= start || end > MINUTES_OF_DAY) {
            throw malformed(written(start, end));
        }
    }

    /** @throws Malformed {@code shift-malformed} */
    public static Shift of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw malformed(written);
        }
        return new Shift(minutes(parts.group(1), parts.group(2)), minutes(parts.group(3), parts.group(4)));
    }

    @Override
    public String toString() {
        return written(start, end);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static String written(int start, int end) {
        return "%02d:%02d-%02d:%02d".formatted(start / 60, start % 60, end / 60, end % 60);
    }

    private static Malformed malformed(String written) {
        return new Malformed("shift-malformed", "shifts", written);
    }
}
