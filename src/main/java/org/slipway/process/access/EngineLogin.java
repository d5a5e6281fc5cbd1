package org.slipway.process.access;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The one login: name and password are those of the engine's identity service. The result carries no groups: they are
 * read afresh on every request.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private static final int TRIES = 3;

    private final IdentityService identities;
    private final LoginThrottle throttle;

    EngineLogin(IdentityService identities, LoginThrottle throttle) {
        this.identities = identities;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        if (throttle.blocks(name, address)) {
            throw new LockedException("Too many failed attempts");
        }
        if (!(attempt.getCredentials() instanceof String password) || !matches(name, password)) {
            throttle.failed(name, address);
            throw new BadCredentialsException("Name or password is wrong");
        }
        throttle.succeeded(name, address);
        UsernamePasswordAuthenticationToken person =
                UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
        person.setDetails(attempt.getDetails());
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private boolean matches(String name, String password) {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        identities.clearAuthentication();
        for (int tried = 1; ; tried++) {
            try {
                return identities.checkPassword(name, password);
            } catch (OptimisticLockingException parallelAttempt) {
                // The engine counts attempts in the user's row; two requests at once may both want to reset it.
                if (tried == TRIES) {
                    throw parallelAttempt;
                }
            }
        }
    }
}
