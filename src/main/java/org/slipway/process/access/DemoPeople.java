package org.slipway.process.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One person per role, so that the product can be tried out. Never outside profile {@code demo}. */
@Component
@Profile("demo")
class DemoPeople {

    private static final String PASSWORD = "Slipway-Demo-1";

    private final IdentityService identities;

    DemoPeople(IdentityService identities) {
        this.identities = identities;
    }

    void create() {
        create("requester", "Rita", "Quester", StandardGroups.REQUESTERS);
        create("operator", "Oscar", "Perez", StandardGroups.OPERATIONS);
        create("approver", "Ana", "Prover", StandardGroups.APPROVERS);
        create("manager", "Marta", "Nager", StandardGroups.RELEASE_MANAGERS);
        create("modeler", "Miguel", "Dellner", StandardGroups.PROCESS_OWNERS);
        create("auditor", "Aurora", "Ditter", StandardGroups.AUDITORS);
        create("admin", "Adele", "Minsk", StandardGroups.ADMINISTRATORS);
    }

    private void create(String id, String firstName, String lastName, String group) {
        if (identities.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identities.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(id + "@example.org");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        identities.createMembership(id, group);
    }
}
