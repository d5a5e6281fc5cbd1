package org.slipway.architecture.violations.crews;

import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import org.slipway.architecture.violations.Violates;
import org.slipway.architecture.violations.tables.Boat;

@MappedSuperclass
@Violates("ENTITIES_KNOW_OTHER_ROOMS_BY_ID")
class Crew {

    private final List<Boat> boats = new ArrayList<>();

    int size() {
        return boats.size();
    }
}
