package org.slipway.architecture.violations.habits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

class AsksTheClock {

    LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }

    Date dateOf(Instant moment) {
        return new Date(moment.toEpochMilli());
    }
}
