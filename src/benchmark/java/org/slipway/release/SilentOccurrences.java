package org.slipway.release;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slipway.access.CurrentUser;
import org.slipway.access.Origin;
import org.slipway.access.PersonDigests;
import org.springframework.context.annotation.Primary;

/** Writes no history while it is told to be silent. It still locks the release, as commands do whether or not they are noted. */
@Primary
public class SilentOccurrences extends Occurrences {

    private final Releases releases;
    private final AtomicBoolean silent = new AtomicBoolean();

    SilentOccurrences(
            OccurrenceRepository occurrences,
            Releases releases,
            CurrentUser currentUser,
            PersonDigests persons,
            Origin origin,
            Clock clock) {
        super(occurrences, releases, currentUser, persons, origin, clock);
        this.releases = releases;
    }

    public void silence(boolean wanted) {
        silent.set(wanted);
    }

    @Override
    public void record(String release, Happening happening) {
        if (silent.get()) {
            releases.lock(release);
        } else {
            super.record(release, happening);
        }
    }
}
