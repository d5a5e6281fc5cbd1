package org.slipway.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slipway.access.CurrentUser;
import org.slipway.calendar.Calendars;
import org.springframework.stereotype.Component;

/** Who works on a release, and when somebody first did (src/docs/domain.md, Tasks). */
@Component
public class Captures {

    private final Releases releases;
    private final Occurrences occurrences;
    private final Calendars calendars;
    private final CurrentUser currentUser;
    private final Clock clock;

    Captures(Releases releases, Occurrences occurrences, Calendars calendars, CurrentUser currentUser, Clock clock) {
        this.releases = releases;
        this.occurrences = occurrences;
        this.calendars = calendars;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The person takes a task and with it the responsibility. */
    public void captured(String number, String task) {
        worked(number);
        occurrences.record(number, Happening.inTask(OccurrenceCategory.CAPTURE, task, null, null));
    }

    /** The person works on the release without having captured a task first. */
    public void worked(String number) {
        Release release = releases.lock(number);
        String me = currentUser.id();
        if (release.clock().capturedAt() == null) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            release.clock().capture(now, calendars.get(release.calendar()));
        }
        if (!me.equals(release.parties().responsible())) {
            release.capture(me);
        }
    }
}
