package org.slipway.link.impact;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The impact that the approvers of a release's plan had before them; only what has been told about it since changes. */
@Entity
@Table(name = "link_impact_snapshot")
class ImpactSnapshot {

    @Id
    private UUID id;

    @Column(name = "release_number", updatable = false)
    private String release;

    @Column(updatable = false)
    private int cycle;

    @Column(updatable = false)
    private Instant takenAt;

    @Column(updatable = false)
    private String takenBy;

    @Convert(converter = ReachColumn.class)
    @Column(name = "reach", updatable = false)
    private Reach reach;

    private String toldFingerprint;
    private long checkedVersion;

    @Version
    private int lockVersion;

    protected ImpactSnapshot() {}

    ImpactSnapshot(String release, int cycle, Instant takenAt, String takenBy, Reach reach, long version) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.cycle = cycle;
        this.takenAt = takenAt;
        this.takenBy = takenBy;
        this.reach = reach;
        this.toldFingerprint = reach.fingerprint();
        this.checkedVersion = version;
    }

    /**
     * Notes what the impact is at a version of the CMDB.
     *
     * @return whether that is something that has not been told yet
     */
    boolean check(Reach now, long version) {
        boolean news = !toldFingerprint.equals(now.fingerprint());
        toldFingerprint = now.fingerprint();
        checkedVersion = version;
        return news;
    }

    String release() {
        return release;
    }

    Reach reach() {
        return reach;
    }

    Difference difference(Reach now) {
        return Difference.between(reach, now);
    }

    View view(@Nullable Difference difference) {
        return new View(
                cycle,
                takenAt,
                takenBy,
                reach.impacted().size(),
                reach.weakened().size(),
                difference);
    }

    /**
     * A snapshot as readers see it.
     *
     * @param difference what has become of the impact since; null if nothing
     */
    record View(
            int cycle,
            Instant takenAt,
            String takenBy,
            int impacted,
            int weakened,
            @Nullable Difference difference) {}
}
