package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** On which occasions the people of a release want to be told. */
@Embeddable
public record Notifications(
        @Column(name = "notify_on_creation") boolean onCreation,
        @Column(name = "notify_on_closing") boolean onClosing,
        @Column(name = "notify_on_other_actions") boolean onOtherActions) {

    /** All ticked, as the form presets them. */
    public static final Notifications ALL = new Notifications(true, true, true);
}
