package org.slipway.desktop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes times as the reader's language and time zone have them. Templates ask it by its name. */
@Component("moments")
public class Moments {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final long DAY = Duration.ofDays(1).toMinutes();

    /** Date and time in words, such as 20 Nov 2026, 15:41. */
    public String exact(@Nullable Instant moment) {
        return moment == null
                ? ""
                : local(moment)
                        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(LocaleContextHolder.getLocale()));
    }

    public String day(@Nullable Instant moment) {
        return moment == null
                ? ""
                : local(moment)
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(LocaleContextHolder.getLocale()));
    }

    /** The time of day. */
    public String clock(Instant moment) {
        return local(moment)
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(LocaleContextHolder.getLocale()));
    }

    /** As a field of type {@code datetime-local} has it. */
    public String field(Instant moment) {
        return local(moment).format(FIELD);
    }

    /** Minutes as people read them: 2 d 3 h, 5 h 20 min, 40 min; a day is 24 hours. */
    public String span(long minutes) {
        long days = minutes / DAY;
        long hours = minutes % DAY / 60;
        long rest = minutes % 60;
        if (days > 0) {
            return hours == 0 ? days + " d" : days + " d " + hours + " h";
        }
        if (hours > 0) {
            return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
        }
        return rest + " min";
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(LocaleContextHolder.getTimeZone().toZoneId());
    }
}
