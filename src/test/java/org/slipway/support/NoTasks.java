package org.slipway.support;

import org.slipway.release.CurrentTask;
import org.slipway.release.TaskRights;

/** Without a flow there are no tasks that anybody could take or share. */
public class NoTasks implements TaskRights {

    @Override
    public boolean mayTake(CurrentTask task, String requester, boolean gone, String model) {
        return false;
    }

    @Override
    public boolean mayShare(CurrentTask task, String model) {
        return false;
    }
}
