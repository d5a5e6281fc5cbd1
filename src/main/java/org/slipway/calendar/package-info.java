/**
 * Owns working time: calendars of shifts, exceptions and holidays in their time zones.
 * Publishes {@link org.slipway.calendar.Calendars} and {@link org.slipway.calendar.WorkingTime}.
 * May touch nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.slipway.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
