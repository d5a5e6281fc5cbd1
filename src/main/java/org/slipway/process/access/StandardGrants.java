package org.slipway.process.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What each group may do in Tasklist, Cockpit and over the engine's REST. Few and coarse, because every task query
 * looks at them; who may take or complete which task is decided by the task's watch, not here. Only process owners and administrators may suspend or modify an instance, and only administrators delete one: a
 * release is suspended and cancelled by the domain.
 */
@Component
class StandardGrants {

    /** The one process that people start; the others are called by it. */
    private static final String LIFECYCLE = "release-lifecycle";

    private record Grant(String group, Resource resource, String id, Permission... permissions) {}

    private final AuthorizationService authorizations;

    StandardGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void create() {
        everybodyReads(Resources.USER);
        everybodyReads(Resources.GROUP);
        List<Grant> grants = new ArrayList<>();
        StandardGroups.WORKERS.forEach(group -> work(grants, group));
        starting(grants, StandardGroups.REQUESTERS);
        starting(grants, StandardGroups.RELEASE_MANAGERS);
        modelling(grants, StandardGroups.PROCESS_OWNERS);
        auditing(grants, StandardGroups.AUDITORS);
        for (Resources resource : Resources.values()) {
            grants.add(new Grant(StandardGroups.ADMINISTRATORS, resource, ANY, Permissions.ALL));
        }
        grants.forEach(this::save);
    }

    /** What auditors did not have in a database that was set up before. */
    void completeAuditing() {
        List<Grant> grants = new ArrayList<>();
        readingTheRest(grants, StandardGroups.AUDITORS);
        grants.forEach(this::save);
    }

    /** Lets the groups use a Tasklist filter. */
    void readFilter(String filter, List<String> groups) {
        groups.forEach(group -> save(new Grant(group, Resources.FILTER, filter, Permissions.READ)));
    }

    /** Notes on a task, and its history in Tasklist, need the right to read history. */
    private static void work(List<Grant> grants, String group) {
        grants.add(new Grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        grants.add(new Grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.TASK_WORK));
    }

    private static void starting(List<Grant> grants, String group) {
        grants.add(new Grant(
                group, Resources.PROCESS_DEFINITION, LIFECYCLE, ProcessDefinitionPermissions.CREATE_INSTANCE));
        grants.add(new Grant(group, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE));
    }

    private static void modelling(List<Grant> grants, String group) {
        grants.add(new Grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS));
        grants.add(new Grant(group, Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ));
        grants.add(new Grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.UPDATE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE,
                ProcessDefinitionPermissions.MIGRATE_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.SUSPEND,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY));
        grants.add(new Grant(
                group,
                Resources.PROCESS_INSTANCE,
                ANY,
                ProcessInstancePermissions.READ,
                ProcessInstancePermissions.UPDATE));
        grants.add(new Grant(
                group,
                Resources.BATCH,
                ANY,
                BatchPermissions.READ,
                BatchPermissions.UPDATE,
                BatchPermissions.READ_HISTORY,
                BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES,
                BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES));
        grants.add(new Grant(
                group,
                Resources.DECISION_DEFINITION,
                ANY,
                Permissions.READ,
                Permissions.UPDATE,
                Permissions.CREATE_INSTANCE,
                Permissions.READ_HISTORY));
        grants.add(new Grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
    }

    private static void auditing(List<Grant> grants, String group) {
        grants.add(new Grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS));
        grants.add(new Grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ));
        grants.add(new Grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY));
        grants.add(new Grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
        grants.add(new Grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
        grants.add(new Grant(group, Resources.BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY));
        grants.add(new Grant(group, Resources.AUTHORIZATION, ANY, Permissions.READ));
        grants.add(new Grant(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ));
        readingTheRest(grants, group);
    }

    /** What the engine opens by resources that nobody else here is granted: filters, reports, exports of its history, itself. */
    private static void readingTheRest(List<Grant> grants, String group) {
        grants.add(new Grant(group, Resources.FILTER, ANY, Permissions.READ));
        grants.add(new Grant(group, Resources.TASK, ANY, TaskPermissions.READ));
        grants.add(new Grant(group, Resources.TENANT, ANY, Permissions.READ));
        grants.add(new Grant(group, Resources.SYSTEM, ANY, SystemPermissions.READ));
    }

    private void everybodyReads(Resource resource) {
        if (absent(AUTH_TYPE_GLOBAL, null, resource, ANY)) {
            Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
            store(authorization, resource, ANY, Permissions.READ);
        }
    }

    private void save(Grant grant) {
        if (absent(AUTH_TYPE_GRANT, grant.group(), grant.resource(), grant.id())) {
            Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            authorization.setGroupId(grant.group());
            store(authorization, grant.resource(), grant.id(), grant.permissions());
        }
    }

    private boolean absent(int type, @Nullable String group, Resource resource, String id) {
        var query = authorizations.createAuthorizationQuery().authorizationType(type);
        if (group != null) {
            query.groupIdIn(group);
        }
        return query.resourceType(resource).resourceId(id).count() == 0;
    }

    private void store(Authorization authorization, Resource resource, String id, Permission... permissions) {
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
