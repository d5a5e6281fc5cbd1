package org.slipway.release;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.portfolio.BoundFlows;

/**
 * The running lifecycle behind a release; filled by the room that owns the engine. Each command joins the caller's
 * transaction and leads back into {@link ReleaseLifecycle}, so that every entrance obeys the same rules.
 */
public interface ReleaseProcess {

    void start(String release, BoundFlows flows);

    void suspend(String release, String justification, @Nullable String complement);

    void reactivate(String release);

    void cancel(String release, String reason);

    void reopen(String release, BoundFlows flows, Reopening reopening);

    void startEarly(String release, String reason);

    /**
     * After the executor or approver group has changed: its open tasks go to the new group, those of the other stay.
     *
     * @param part {@link Operation#EXECUTE} for the executors' tasks, {@link Operation#APPROVE} for the approvers'
     */
    void redirect(String release, Operation part, String fromGroup, String toGroup);

    /** After a window has changed: open tasks and waiting timers get their new dates. */
    void reschedule(String release);

    List<CurrentTask> currentTasks(String release);

    /** In one query for all of them; releases without open tasks are absent. */
    Map<String, List<CurrentTask>> currentTasks(Collection<String> releases);
}
