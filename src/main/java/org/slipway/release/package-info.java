/**
 * Owns the release record: its fields, its 13 statuses and the legal moves between them, its clock, its history.
 * Publishes {@link org.slipway.release.Releases}, {@link org.slipway.release.ReleaseLifecycle}, the events and the ports
 * that other rooms fill ({@code ReleaseProcess}, {@code ReleaseReferences}, {@code PriorityMatrix}).
 * May touch portfolio, justification, calendar and access.
 */
@ApplicationModule(allowedDependencies = {"portfolio", "justification", "calendar", "access"})
@NullMarked
package org.slipway.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
