package org.slipway.link.media;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That somebody found a content fit for use: this one and no other. */
@Embeddable
public record Homologation(
        @Column(name = "homologated_sha256") String sha256,
        @Column(name = "homologated_by") String by,
        @Column(name = "homologated_at") Instant at) {}
