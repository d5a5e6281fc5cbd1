package org.slipway.checklist;

import java.util.Set;

/**
 * A checklist as somebody sees it.
 *
 * @param actions what the person behind this thread may do with it now
 */
public record ChecklistView(Checklist checklist, Set<Action> actions) {

    public enum Action {
        ANSWER,
        CONFIRM,
        WITHDRAW_CONFIRMATION,
        REMOVE
    }
}
