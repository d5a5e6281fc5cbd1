package org.slipway.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.slipway.shared.NotAllowed;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person on whose behalf this thread works, whichever door he came through. */
@Component
public class CurrentUser {

    /** The name under which the system itself acts: timers, start-up, background jobs. */
    public static final String SYSTEM = "slipway";

    /** The login name; {@link #SYSTEM} when no person is behind the work. */
    public String id() {
        Authentication authentication = authentication();
        return authentication == null ? SYSTEM : authentication.getName();
    }

    /** The groups the person belongs to; empty for the system. */
    public Set<String> groups() {
        Authentication authentication = authentication();
        return authentication == null
                ? Set.of()
                : authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isSystem() {
        return authentication() == null;
    }

    /** Refuses with {@code person-required} what only a person may do. */
    public String requirePerson() {
        if (isSystem()) {
            throw new NotAllowed("person-required", null);
        }
        return id();
    }

    private static @org.jspecify.annotations.Nullable Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken ? null : authentication;
    }
}
