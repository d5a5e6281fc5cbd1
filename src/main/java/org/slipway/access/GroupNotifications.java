package org.slipway.access;

import org.slipway.shared.Digest;

/** On which occasions the people of a release are always told while this group executes it, whatever the release says. */
public record GroupNotifications(String group, boolean onCreation, boolean onClosing, boolean onOtherActions) {

    static GroupNotifications none(String group) {
        return new GroupNotifications(group, false, false, false);
    }

    boolean isNone() {
        return !onCreation && !onClosing && !onOtherActions;
    }

    /** What it says, as an entity tag. */
    public String revision() {
        return isNone() ? "none" : Digest.revision(onCreation, onClosing, onOtherActions);
    }
}
