package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How weighty a release is.
 *
 * @param risk     has no effect on the priority
 * @param kind     MINOR, MAJOR, SIGNIFICANT or EMERGENCY, from the model
 * @param priority from 1, the highest, to 5; derived from impact and urgency
 */
@Embeddable
public record Assessment(
        @Enumerated(EnumType.STRING) Level impact,
        @Enumerated(EnumType.STRING) Level urgency,
        @Enumerated(EnumType.STRING) Level risk,
        @Column(name = "kind") String kind,
        @Column(name = "priority") int priority) {}
