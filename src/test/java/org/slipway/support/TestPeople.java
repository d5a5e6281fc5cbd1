package org.slipway.support;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** One person per role, named as in the demo, with {@link SlipwayClient#PASSWORD}; the administrator exists already. */
class TestPeople implements ApplicationRunner {

    private static final Map<String, String> GROUPS = Map.of(
            "requester", "requesters",
            "operator", "operations",
            "approver", "approvers",
            "manager", "release-managers",
            "modeler", "process-owners",
            "auditor", "auditors");

    private final IdentityService identities;

    TestPeople(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        GROUPS.forEach((id, group) -> {
            if (identities.createUserQuery().userId(id).count() == 0) {
                User user = identities.newUser(id);
                user.setFirstName(id);
                user.setLastName("Tester");
                user.setEmail(id + "@example.org");
                user.setPassword(SlipwayClient.PASSWORD);
                identities.saveUser(user);
                identities.createMembership(id, group);
            }
        });
    }
}
