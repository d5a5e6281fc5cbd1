package org.slipway.release;

import java.time.Duration;
import org.slipway.shared.DomainEvent;

/**
 * A suspended release goes on.
 *
 * @param lost the working time for which its clock stood still, by which everything still due moves on
 */
public record ReleaseReactivated(String release, Duration lost) implements DomainEvent {}
