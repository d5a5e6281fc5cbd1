package org.slipway.process.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.slipway.access.EnginePowers;
import org.slipway.access.Rights;
import org.slipway.process.engine.EngineCommands;
import org.springframework.stereotype.Component;

/** Reads the engine's grants as powers. Nothing is ever revoked there, so each grant counts by itself. */
@Component
class GrantedPowers implements EnginePowers {

    private static final Map<Resource, Map<Power, List<Permission>>> MEANING = Map.of(
            Resources.DEPLOYMENT, Map.of(Power.DEPLOY_MODELS, List.of(Permissions.CREATE)),
            Resources.PROCESS_DEFINITION,
                    Map.of(
                            Power.MODIFY_INSTANCES,
                            List.of(
                                    ProcessDefinitionPermissions.UPDATE_INSTANCE,
                                    ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE,
                                    ProcessDefinitionPermissions.MIGRATE_INSTANCE,
                                    ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                                    ProcessDefinitionPermissions.DELETE_INSTANCE)),
            Resources.PROCESS_INSTANCE,
                    Map.of(
                            Power.MODIFY_INSTANCES,
                            List.of(
                                    ProcessInstancePermissions.UPDATE,
                                    ProcessInstancePermissions.UPDATE_VARIABLE,
                                    ProcessInstancePermissions.SUSPEND,
                                    ProcessInstancePermissions.DELETE)),
            Resources.AUTHORIZATION, Map.of(Power.ADMINISTER, List.of(Permissions.CREATE, Permissions.UPDATE)),
            Resources.GROUP_MEMBERSHIP, Map.of(Power.ADMINISTER, List.of(Permissions.CREATE)));

    private final EngineCommands engine;
    private final AuthorizationService authorizations;

    GrantedPowers(EngineCommands engine, AuthorizationService authorizations) {
        this.engine = engine;
        this.authorizations = authorizations;
    }

    @Override
    public List<Granted> granted() {
        List<Granted> granted = new ArrayList<>();
        // Members of this group need no grant at all.
        granted.add(new Granted(StandardGroups.ADMINISTRATORS, null, Power.ADMINISTER, Rights.ANY_MODEL));
        for (Authorization each : engine.run(() -> authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .unlimitedList())) {
            Map<Power, List<Permission>> meaning = MEANING.entrySet().stream()
                    .filter(entry -> entry.getKey().resourceType() == each.getResourceType())
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Map.of());
            meaning.forEach((power, permissions) -> {
                if (permissions.stream().anyMatch(each::isPermissionGranted)) {
                    granted.add(new Granted(each.getGroupId(), each.getUserId(), power, each.getResourceId()));
                }
            });
        }
        return granted.stream().distinct().toList();
    }
}
