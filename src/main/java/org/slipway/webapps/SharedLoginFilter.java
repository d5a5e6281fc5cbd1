package org.slipway.webapps;

import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Camunda's own filter trusts the groups it put into the session up to five minutes ago; this one renews them, and the
 * applications they open, as soon as they differ from those of the request.
 */
class SharedLoginFilter extends ContainerBasedAuthenticationFilter {

    @Override
    protected boolean existisAuthentication(Authentications inSession, String engine, String name) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return super.existisAuthentication(inSession, engine, name)
                && person != null
                && inSession.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication known
                && Set.copyOf(known.getGroupIds()).equals(Set.copyOf(SharedLogin.groupsOf(person)));
    }
}
