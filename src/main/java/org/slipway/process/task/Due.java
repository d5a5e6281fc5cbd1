package org.slipway.process.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.slipway.calendar.Calendars;
import org.slipway.planning.Activities;
import org.slipway.process.ForModels;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.springframework.stereotype.Component;

/**
 * By when work is due; models ask it for due dates and timers. Dates that come from a window move with the working
 * time for which the release was suspended (src/docs/domain.md, Clocks).
 */
@ForModels
@Component
public class Due {

    private static final Duration CLOSING = Duration.ofHours(48);
    private static final Duration SUSPENSION = Duration.ofDays(7);
    private static final Duration BACK_OUT = Duration.ofHours(4);

    private final Releases releases;
    private final Activities activities;
    private final Calendars calendars;
    private final Clock clock;

    Due(Releases releases, Activities activities, Calendars calendars, Clock clock) {
        this.releases = releases;
        this.activities = activities;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The end of the planning window. */
    public Date planning(String release) {
        Release record = releases.get(release);
        return moved(record, record.planning().end());
    }

    public Date approval(String release) {
        return planning(release);
    }

    /** The deployment window should open authorised. Afterwards its end is what counts. */
    public Date authorisation(String release) {
        Release record = releases.get(release);
        Instant opening = record.deployment().start();
        return opening.isAfter(clock.instant()) ? Date.from(opening) : deployment(release);
    }

    public Date windowOpening(String release) {
        return Date.from(releases.get(release).deployment().start());
    }

    /** The deadline of the release. */
    public Date deployment(String release) {
        return Date.from(releases.get(release).clock().deadline());
    }

    /** 48 working hours after the deployment window or after now, whichever is later. */
    public Date closing(String release) {
        Release record = releases.get(release);
        Instant now = clock.instant();
        Instant from =
                record.deployment().end().isAfter(now) ? record.deployment().end() : now;
        return Date.from(calendars.get(record.calendar()).add(from, CLOSING));
    }

    public Date activity(String activity) {
        return Date.from(activities.get(UUID.fromString(activity)).due());
    }

    /** Seven days: after that a suspension is brought to mind. */
    public Date suspension(String release) {
        return Date.from(clock.instant().plus(SUSPENSION));
    }

    /** Four hours of the clock: taking back does not wait for working time. */
    public Date backOut(String release) {
        return Date.from(clock.instant().plus(BACK_OUT));
    }

    private Date moved(Release release, Instant date) {
        return Date.from(
                calendars.get(release.calendar()).add(date, release.clock().suspended()));
    }
}
