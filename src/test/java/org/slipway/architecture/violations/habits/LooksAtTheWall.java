package org.slipway.architecture.violations.habits;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slipway.architecture.violations.Violates;

@Violates("TIME_COMES_FROM_THE_CLOCK")
class LooksAtTheWall {

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
