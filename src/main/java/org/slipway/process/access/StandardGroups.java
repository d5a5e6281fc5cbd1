package org.slipway.process.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The groups that Slipway's flows, rights and grants speak of. */
@Component
class StandardGroups {

    static final String REQUESTERS = "requesters";
    static final String OPERATIONS = "operations";
    static final String APPROVERS = "approvers";
    static final String RELEASE_MANAGERS = "release-managers";
    static final String PROCESS_OWNERS = "process-owners";
    static final String AUDITORS = "auditors";
    static final String ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

    /** Those who work on tasks in Tasklist. */
    static final List<String> WORKERS = List.of(REQUESTERS, OPERATIONS, APPROVERS, RELEASE_MANAGERS);

    private static final Map<String, String> NAMES = names();

    private final IdentityService identities;

    StandardGroups(IdentityService identities) {
        this.identities = identities;
    }

    void create() {
        NAMES.forEach((id, name) -> {
            if (identities.createGroupQuery().groupId(id).count() == 0) {
                Group group = identities.newGroup(id);
                group.setName(name);
                group.setType(ADMINISTRATORS.equals(id) ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW);
                identities.saveGroup(group);
            }
        });
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(REQUESTERS, "Requesters");
        names.put(OPERATIONS, "Operations");
        names.put(APPROVERS, "Approvers");
        names.put(RELEASE_MANAGERS, "Release managers");
        names.put(PROCESS_OWNERS, "Process owners");
        names.put(AUDITORS, "Auditors");
        names.put(ADMINISTRATORS, "Administrators");
        return names;
    }
}
