package org.slipway.release;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.slipway.shared.Unknown;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The releases by number. */
@Component
public class Releases {

    private final ReleaseRepository releases;
    private final EntityManager entities;

    Releases(ReleaseRepository releases, EntityManager entities) {
        this.releases = releases;
        this.entities = entities;
    }

    /** Refuses with {@code release-unknown} a number that nobody registered. */
    public Release get(String number) {
        return releases.findById(number).orElseThrow(() -> new Unknown("release-unknown", null, number));
    }

    void add(Release release) {
        // Not saved by the repository, which would first look whether it is there.
        entities.persist(release);
    }

    /** What the database refuses, it refuses now; the revisions are those that others will see. */
    void flush() {
        entities.flush();
    }

    /** Whether nobody has registered a release yet. */
    public boolean isEmpty() {
        return releases.count() == 0;
    }

    /**
     * As {@link #get}, and commands on the release wait for one another until this transaction ends. A second lock in
     * the same transaction costs nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Release lock(String number) {
        // The persistence context skips the statement when it holds the lock already.
        Release release = entities.find(Release.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (release == null) {
            throw new Unknown("release-unknown", null, number);
        }
        return release;
    }

    /** Notes that so many things more (or, below zero, fewer) are linked that may forbid the release to move on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void countConditions(String number, int more) {
        lock(number).countConditions(more);
    }
}
