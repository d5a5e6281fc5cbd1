package org.slipway.process.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.slipway.access.CurrentUser;
import org.slipway.access.Workplaces;
import org.slipway.process.engine.EngineCommands;
import org.springframework.stereotype.Component;

/** The Camunda webapps that the person, one of his groups or everybody may enter; one statement. */
@Component
class CamundaWorkplaces implements Workplaces {

    private static final List<Workplace> WEBAPPS = List.of(webapp("Tasklist"), webapp("Cockpit"), webapp("Admin"));

    private final EngineCommands engine;
    private final AuthorizationService authorizations;
    private final CurrentUser currentUser;

    CamundaWorkplaces(EngineCommands engine, AuthorizationService authorizations, CurrentUser currentUser) {
        this.engine = engine;
        this.authorizations = authorizations;
        this.currentUser = currentUser;
    }

    @Override
    public List<Workplace> open() {
        Set<String> granted = engine
                .run(() -> authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.APPLICATION)
                        .list())
                .stream()
                .filter(this::isForMe)
                .filter(each -> each.isPermissionGranted(Permissions.ACCESS))
                .map(Authorization::getResourceId)
                .collect(Collectors.toSet());
        return WEBAPPS.stream()
                .filter(webapp ->
                        granted.contains(webapp.name().toLowerCase(Locale.ROOT)) || granted.contains(Authorization.ANY))
                .toList();
    }

    /** Nothing is ever revoked, so one grant among them is enough. */
    private boolean isForMe(Authorization authorization) {
        return authorization.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL
                || currentUser.id().equals(authorization.getUserId())
                || currentUser.groups().contains(authorization.getGroupId());
    }

    private static Workplace webapp(String name) {
        return new Workplace(name, "/camunda/app/" + name.toLowerCase(Locale.ROOT) + "/default/");
    }
}
