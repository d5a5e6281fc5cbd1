package org.slipway.webapps;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.slipway.access.People;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the person of this request the groups he has now, so that a group added or taken away counts from the next
 * request on, and tells the engine on whose behalf the thread works. One look at the database per request: who has just
 * logged in with this very request has brought them along.
 */
class EngineAuthentication extends OncePerRequestFilter {

    /** Holds who logged in with the request itself; whom the session remembers is not in it. */
    private final SecurityContextRepository justNow = new RequestAttributeSecurityContextRepository();

    private final People people;
    private final IdentityService identities;
    private final RequestMatcher concerned;

    /** @param concerned the requests that need a person; not the webapps' scripts and pictures */
    EngineAuthentication(People people, IdentityService identities, RequestMatcher concerned) {
        this.people = people;
        this.identities = identities;
        this.concerned = concerned;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !concerned.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        identities.clearAuthentication();
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || known instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        Set<String> groups = justNow.containsContext(request)
                ? AuthorityUtils.authorityListToSet(known.getAuthorities())
                : people.groupsOf(known.getName());
        if (groups.isEmpty() && people.find(known.getName()).isEmpty()) {
            // The account is gone; what is left of its session opens nothing.
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.setContext(fresh(known, groups));
        identities.setAuthentication(known.getName(), List.copyOf(groups));
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }

    private static SecurityContext fresh(Authentication known, Set<String> groups) {
        UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken.authenticated(
                known.getName(), null, AuthorityUtils.createAuthorityList(groups));
        person.setDetails(known.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        return context;
    }
}
