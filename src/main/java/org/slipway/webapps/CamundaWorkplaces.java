package org.slipway.webapps;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.slipway.access.CurrentUser;
import org.slipway.access.Workplaces;
import org.springframework.stereotype.Component;

/** The Camunda webapps that the person may enter; one statement each. */
@Component
class CamundaWorkplaces implements Workplaces {

    private static final Map<String, String> WEBAPPS =
            new TreeMap<>(Map.of("tasklist", "Tasklist", "cockpit", "Cockpit", "admin", "Admin")).descendingMap();

    private final AuthorizationService authorizations;
    private final CurrentUser currentUser;

    CamundaWorkplaces(AuthorizationService authorizations, CurrentUser currentUser) {
        this.authorizations = authorizations;
        this.currentUser = currentUser;
    }

    @Override
    public List<Workplace> open() {
        List<String> groups = List.copyOf(currentUser.groups());
        return WEBAPPS.entrySet().stream()
                .filter(webapp -> authorizations.isUserAuthorized(
                        currentUser.id(), groups, Permissions.ACCESS, Resources.APPLICATION, webapp.getKey()))
                .map(webapp -> new Workplace(webapp.getValue(), "/camunda/app/" + webapp.getKey() + "/default/"))
                .toList();
    }
}
