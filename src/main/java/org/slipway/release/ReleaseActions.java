package org.slipway.release;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.springframework.stereotype.Component;

/**
 * What the person behind this thread may do with a release as it stands. The API and every page offer exactly this; the
 * commands look again (src/docs/domain.md, Permissions).
 */
@Component
public class ReleaseActions {

    private static final Set<Operation> PARTS =
            EnumSet.of(Operation.REGISTER, Operation.EDIT, Operation.EXECUTE, Operation.APPROVE);

    /**
     * As much of a release as decides what may be done with it.
     *
     * @param cancelling whether a cancellation is under way
     */
    public record Standing(
            String model,
            ReleaseStatus status,
            Phase phase,
            boolean cancelling,
            String requester,
            String registrar,
            List<CurrentTask> tasks) {

        public static Standing of(Release release, List<CurrentTask> tasks) {
            return new Standing(
                    release.model(),
                    release.status(),
                    release.phase(),
                    release.progress().isCancelling(),
                    release.requester(),
                    release.parties().registrar(),
                    tasks);
        }

        private boolean isActive() {
            return !status.isEnded() && status != ReleaseStatus.SUSPENDED && !cancelling;
        }

        private boolean waitsForItsWindow() {
            return isActive()
                    && status == ReleaseStatus.IN_EXECUTION
                    && tasks.stream().noneMatch(task -> task.definitionKey().equals("executeRelease"));
        }
    }

    private final Rights rights;
    private final TaskRights taskRights;
    private final CurrentUser currentUser;

    ReleaseActions(Rights rights, TaskRights taskRights, CurrentUser currentUser) {
        this.rights = rights;
        this.taskRights = taskRights;
        this.currentUser = currentUser;
    }

    /**
     * By name: operations, {@code ADD_ACTIVITY}, {@code LINK}, {@code DOCUMENT} and, for one of its open tasks at least,
     * {@code SHARE}.
     */
    public List<String> of(Standing release) {
        if (rights.onlyAudit()) {
            return List.of();
        }
        List<String> actions = new ArrayList<>();
        ReleaseStatus status = release.status();
        boolean cancelling = release.cancelling();
        Set<Operation> granted = rights.mine(release.model());
        offer(actions, granted, Operation.SUSPEND, status.isSuspendable() && !cancelling);
        offer(actions, granted, Operation.REACTIVATE, status == ReleaseStatus.SUSPENDED && !cancelling);
        offer(actions, granted, Operation.CANCEL, !status.isEnded() && !cancelling);
        offer(actions, granted, Operation.REOPEN, status.isEnded());
        offer(actions, granted, Operation.START_EARLY, release.waitsForItsWindow());
        if (release.isActive() && release.phase() != Phase.CLOSURE && granted.contains(Operation.PLAN_ACTIVITY)) {
            actions.add("ADD_ACTIVITY");
        }
        if (!status.isEnded()) {
            boolean requester = currentUser.id().equals(release.requester());
            boolean registrar = currentUser.id().equals(release.registrar());
            if (requester || registrar || granted.contains(Operation.EDIT)) {
                actions.add(Operation.EDIT.name());
            }
            if (requester || granted.contains(Operation.EDIT) || granted.contains(Operation.EXECUTE)) {
                actions.add("LINK");
            }
        }
        if (mayDocument(granted)) {
            actions.add("DOCUMENT");
        }
        if (release.tasks().stream().anyMatch(task -> taskRights.mayShare(task, release.model()))) {
            actions.add("SHARE");
        }
        return actions;
    }

    /** Whether he may add documents to releases of a model, at any time of their life: whoever has a part in them may. */
    public boolean mayDocument(String model) {
        return mayDocument(rights.mine(model));
    }

    private static boolean mayDocument(Set<Operation> granted) {
        return PARTS.stream().anyMatch(granted::contains);
    }

    /** By name, {@code HOLD} or {@code LIFT_HOLD}. */
    List<String> ofHold(Release release) {
        if (!rights.mayI(Operation.MANAGE_RETENTION, Rights.ANY_MODEL)) {
            return List.of();
        }
        return List.of(release.legalHold() == null ? "HOLD" : "LIFT_HOLD");
    }

    private static void offer(List<String> actions, Set<Operation> granted, Operation operation, boolean possible) {
        if (possible && granted.contains(operation)) {
            actions.add(operation.name());
        }
    }
}
