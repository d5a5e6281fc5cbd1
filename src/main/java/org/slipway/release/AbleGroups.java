package org.slipway.release;

import org.slipway.access.MandatoryNotifications;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/**
 * Lets only groups be chosen that can do their part: a release that nobody may approve or execute goes nowhere. The group that
 * executes may make notifications mandatory.
 */
@Component
class AbleGroups {

    private final Rights rights;
    private final MandatoryNotifications mandatory;

    AbleGroups(Rights rights, MandatoryNotifications mandatory) {
        this.rights = rights;
        this.mandatory = mandatory;
    }

    /** Refuses with {@code executor-group-may-not} a group without {@link Operation#CREATE} and {@link Operation#EXECUTE}. */
    void requireExecutors(String group, String model) {
        if (!rights.groupHas(group, Operation.CREATE, model) || !rights.groupHas(group, Operation.EXECUTE, model)) {
            throw new BusinessRuleViolated("executor-group-may-not", "executorGroup", group);
        }
    }

    /** Refuses with {@code approver-group-may-not} a group without {@link Operation#APPROVE}. */
    void requireApprovers(String group, String model) {
        if (!rights.groupHas(group, Operation.APPROVE, model)) {
            throw new BusinessRuleViolated("approver-group-may-not", "approverGroup", group);
        }
    }

    Notifications notifications(Notifications asked, String executors) {
        return asked.with(mandatory.of(executors));
    }
}
