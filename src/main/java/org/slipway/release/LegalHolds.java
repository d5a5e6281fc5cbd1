package org.slipway.release;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slipway.access.CurrentUser;
import org.slipway.shared.WrongState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which releases are under legal hold. Who may place and lift one is asked by who does it. */
@Component
public class LegalHolds {

    private final Releases releases;
    private final ReleaseRepository repository;
    private final LifecycleHistory lifecycles;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final Clock clock;

    LegalHolds(
            Releases releases,
            ReleaseRepository repository,
            LifecycleHistory lifecycles,
            CurrentUser currentUser,
            JdbcClient jdbc,
            Clock clock) {
        this.releases = releases;
        this.repository = repository;
        this.lifecycles = lifecycles;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<LegalHold> of(String release) {
        return Optional.ofNullable(releases.get(release).legalHold());
    }

    /** From now on nothing of it goes. Refuses with {@code release-held} one that is held already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LegalHold place(String number, String reason) {
        Release release = releases.lock(number);
        requireFree(release);
        LegalHold hold = new LegalHold(clock.instant().truncatedTo(ChronoUnit.MICROS), currentUser.id(), reason);
        release.hold(hold);
        lifecycles.keep(number);
        return hold;
    }

    /** Periods count again, from when they would have. Refuses with {@code release-not-held} one that is not held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lift(String number) {
        Release release = releases.lock(number);
        if (release.legalHold() == null) {
            throw new WrongState("release-not-held", null, number);
        }
        release.hold(null);
        lifecycles.release(number);
    }

    /** Refuses with {@code release-held} what would take something away from a held release. */
    public void requireFree(Release release) {
        if (release.legalHold() != null) {
            throw new WrongState("release-held", null, release.number());
        }
    }

    /** Costs nothing where the release is at hand already; what is no release is not held. */
    public boolean isHeld(String number) {
        return repository.findById(number).map(Release::legalHold).isPresent();
    }

    /** The numbers of those that are held, at most so many. */
    @Transactional(readOnly = true)
    public List<String> numbers(int most) {
        return jdbc.sql("select number from release_record where held_since is not null order by number fetch first "
                        + most + " rows only")
                .query(String.class)
                .list();
    }
}
