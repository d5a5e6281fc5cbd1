package org.slipway.access;

/** What a group may be entitled to do with releases and registries (src/docs/domain.md, Permissions). */
public enum Operation {
    /** Register a release, for oneself or for another requester. */
    REGISTER,
    /** Be chosen as executor group of a release. */
    CREATE,
    /** Change the record of a release. */
    EDIT,
    /** Carry out the tasks of an executor group. */
    EXECUTE,
    /** Approve and homologate for an approver group. */
    APPROVE,
    /** Hand a task to another person or group, or share it. */
    DELEGATE,
    SUSPEND,
    REACTIVATE,
    CANCEL,
    REOPEN,
    /** Begin a deployment before its window opens. */
    START_EARLY,
    /** Plan activities, roles and back-out steps of a release. */
    PLAN_ACTIVITY,
    /** Maintain configuration items and their relationships. */
    MANAGE_CMDB,
    /** Maintain the registries that follow other tools: changes, problems, tickets, knowledge, purchases, projects. */
    MANAGE_CHANGES,
    /** Maintain the definitive media library, and see licence keys. */
    MANAGE_MEDIA,
    /** Maintain situations, justifications, portfolios, calendars, contracts, units and locations. */
    MANAGE_REGISTRIES,
    /** Grant rights to groups, and withdraw them. */
    MANAGE_RIGHTS,
    /** Place and lift legal holds, and erase the data of people. */
    MANAGE_RETENTION,
    /** Read, verify and export the journal, and fetch audit packs. */
    AUDIT;

    /** Whether it is about releases, so that it can be granted for those of one model. */
    public boolean isPerModel() {
        return compareTo(MANAGE_CMDB) < 0;
    }
}
