package org.slipway.process.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Sees to it that somebody can administer the installation, from the first start on. */
@Component
class FirstAdministrator {

    private final IdentityService identities;
    private final Administrator given;

    FirstAdministrator(IdentityService identities, Administrator given) {
        this.identities = identities;
        this.given = given;
    }

    /** Refuses to go on when there is no administrator and none is given. */
    void create() {
        if (identities
                        .createUserQuery()
                        .memberOfGroup(StandardGroups.ADMINISTRATORS)
                        .count()
                > 0) {
            return;
        }
        if (given.password() == null || given.password().isBlank()) {
            throw new NoAdministrator(
                    "There is no administrator, and no password is given for the first one.",
                    "Set the environment variable SLIPWAY_ADMIN_PASSWORD (and SLIPWAY_ADMIN_USER, by default 'admin')"
                            + " for the first start. Afterwards it is not needed any more.");
        }
        User existing = identities.createUserQuery().userId(given.user()).singleResult();
        User user = existing == null ? identities.newUser(given.user()) : existing;
        user.setPassword(given.password());
        try {
            identities.saveUser(user);
        } catch (ProcessEngineException refused) {
            throw new NoAdministrator(
                    "The first administrator cannot be created: " + refused.getMessage(),
                    "Choose a SLIPWAY_ADMIN_PASSWORD of at least 10 characters with a lower case letter, an upper case"
                            + " letter, a digit and a special character, which does not contain the user's name.");
        }
        identities.createMembership(given.user(), StandardGroups.ADMINISTRATORS);
    }
}
