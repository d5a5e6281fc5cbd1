package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.slipway.access.GroupNotifications;

/** On which occasions the people of a release want to be told. */
@Embeddable
public record Notifications(
        @Column(name = "notify_on_creation") boolean onCreation,
        @Column(name = "notify_on_closing") boolean onClosing,
        @Column(name = "notify_on_other_actions") boolean onOtherActions) {

    /** All ticked, as the form presets them. */
    public static final Notifications ALL = new Notifications(true, true, true);

    /** These, and what the group that executes makes mandatory. */
    Notifications with(GroupNotifications mandatory) {
        return new Notifications(
                onCreation || mandatory.onCreation(),
                onClosing || mandatory.onClosing(),
                onOtherActions || mandatory.onOtherActions());
    }
}
