package org.slipway.architecture.violations.habits;

import java.util.Date;
import org.slipway.architecture.violations.Violates;

@Violates("TIME_COMES_FROM_THE_CLOCK")
class MakesADate {

    Date moment() {
        return new Date();
    }
}
