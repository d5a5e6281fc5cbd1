package org.slipway.architecture.violations.tables;

import jakarta.persistence.Embeddable;
import org.slipway.architecture.violations.Violates;

@Embeddable
@Violates("ENTITIES_ARE_CHANGED_BY_THEIR_ROOM")
public class BoatThatAnyoneMoves {

    private boolean launched;

    public boolean launched() {
        return launched;
    }

    public void launch() {
        move(true);
    }

    private void move(boolean toWater) {
        launched = toWater;
    }
}
