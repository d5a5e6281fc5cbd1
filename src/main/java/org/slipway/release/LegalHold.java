package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That nothing of a release may be removed or erased, whatever the periods say (src/docs/domain.md, Retention). */
@Embeddable
public record LegalHold(
        @Column(name = "held_since") Instant since,
        @Column(name = "held_by") String by,
        @Column(name = "hold_reason") String reason) {}
