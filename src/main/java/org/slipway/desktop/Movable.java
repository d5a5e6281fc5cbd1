package org.slipway.desktop;

import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.Window;
import org.slipway.reporting.FoundRelease;
import org.springframework.stereotype.Component;

/** Whether the person may move a release's windows, so that what would be refused is not offered. Templates ask it by its name. */
@Component("movable")
public class Movable {

    private final Rights rights;
    private final CurrentUser currentUser;

    Movable(Rights rights, CurrentUser currentUser) {
        this.rights = rights;
        this.currentUser = currentUser;
    }

    public boolean windows(FoundRelease release) {
        return reason(release) == null;
    }

    /** Why not: {@code ended}, {@code locked} or {@code right}; none when he may. */
    public @Nullable String reason(FoundRelease release) {
        if (release.status().isEnded() || release.cancelling()) {
            return "ended";
        }
        if (Window.isLocked(release.phase(), release.status())) {
            return "locked";
        }
        String me = currentUser.id();
        boolean his = me.equals(release.requester()) || me.equals(release.registrar());
        return his || rights.mayI(Operation.EDIT, release.model()) ? null : "right";
    }
}
