package org.slipway.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.slipway.shared.Journaled;

/** What one group demands of notifications; a group that demands nothing has none. */
@Entity
@Journaled
@Table(name = "access_group_notification")
class MandatoryNotification {

    @Id
    @Column(name = "group_id")
    private String group;

    private boolean onCreation;
    private boolean onClosing;
    private boolean onOtherActions;

    protected MandatoryNotification() {}

    MandatoryNotification(String group) {
        this.group = group;
    }

    void say(GroupNotifications wanted) {
        this.onCreation = wanted.onCreation();
        this.onClosing = wanted.onClosing();
        this.onOtherActions = wanted.onOtherActions();
    }

    GroupNotifications says() {
        return new GroupNotifications(group, onCreation, onClosing, onOtherActions);
    }
}
