package org.slipway.checklist;

import java.util.EnumSet;
import java.util.Set;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.checklist.ChecklistView.Action;
import org.slipway.release.Phase;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Component;

/** Who may work on the checklists of a release, and when. */
@Component
class ChecklistRules {

    private final Releases releases;
    private final Rights rights;

    ChecklistRules(Releases releases, Rights rights) {
        this.releases = releases;
        this.rights = rights;
    }

    /**
     * Locks the release for a command on its checklists. Refuses with {@code operation-not-allowed} who may neither execute
     * nor approve it, with {@code release-ended}, and with {@code transition-not-legal} once it is solved: what was
     * confirmed then stays so, unless its requester refuses it.
     */
    Release lockForWork(String number) {
        Release release = releases.lock(number);
        if (!rights.mayI(Operation.APPROVE, release.model())) {
            rights.require(Operation.EXECUTE, release.model());
        }
        if (release.status().isEnded()) {
            throw new WrongState("release-ended", null);
        }
        if (!isOpen(release)) {
            throw new WrongState("transition-not-legal", null, "CHECKLIST", release.status());
        }
        return release;
    }

    /** Whether checklists may change, and steps still ask for them. */
    boolean isOpen(Release release) {
        return !release.status().isEnded() && release.phase() != Phase.CLOSURE;
    }

    /** What the person behind this thread may do with it now. */
    Set<Action> actions(Release release, Checklist checklist) {
        boolean mine = isOpen(release)
                && checklist.cycle() == release.cycle()
                && (rights.mayI(Operation.EXECUTE, release.model()) || rights.mayI(Operation.APPROVE, release.model()));
        if (!mine) {
            return EnumSet.noneOf(Action.class);
        }
        return switch (checklist.state()) {
            case OPEN ->
                checklist.revision() == null ? EnumSet.of(Action.ANSWER) : EnumSet.of(Action.ANSWER, Action.REMOVE);
            case AWAITING_VALIDATION -> EnumSet.of(Action.ANSWER, Action.CONFIRM);
            case VALIDATED -> EnumSet.of(Action.WITHDRAW_CONFIRMATION);
        };
    }
}
