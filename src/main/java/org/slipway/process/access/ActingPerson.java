package org.slipway.process.access;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.slipway.access.People;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Lets the demo work in the name of its people: in the domain with their groups, and in the engine, whose operation log
 * then names them. It asks for no password, so it exists in profile {@code demo} only.
 */
@Component
@Profile("demo")
public class ActingPerson {

    private final People people;
    private final IdentityService identities;

    ActingPerson(People people, IdentityService identities) {
        this.people = people;
        this.identities = identities;
    }

    public <T> T as(String person, Supplier<T> work) {
        SecurityContext outer = SecurityContextHolder.getContext();
        identities.clearAuthentication();
        Set<String> groups = people.groupsOf(person);
        SecurityContext inner = SecurityContextHolder.createEmptyContext();
        inner.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList(groups)));
        SecurityContextHolder.setContext(inner);
        identities.setAuthentication(person, List.copyOf(groups));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(outer);
            identities.clearAuthentication();
        }
    }
}
