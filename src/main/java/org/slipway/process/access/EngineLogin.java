package org.slipway.process.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.process.engine.Accounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Login by password: name and password are those of the engine's identity service. The result carries the person's groups
 * of this moment; on every later request of a session they are read afresh. Who has to log in at an identity provider is
 * told what anybody with a wrong password is.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final PasswordLogin passwords;

    EngineLogin(Accounts accounts, LoginThrottle throttle, PasswordLogin passwords) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        if (throttle.blocks(name, address)) {
            throw new LockedException("Too many failed attempts");
        }
        Set<String> groups = groups(name, attempt.getCredentials()).orElseThrow(() -> {
            throttle.failed(name, address);
            return new BadCredentialsException("Name or password is wrong");
        });
        throttle.succeeded(name, address);
        UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList(groups));
        person.setDetails(attempt.getDetails());
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<Set<String>> groups(String name, @Nullable Object credentials) {
        boolean isName =
                passwords.isFor(name) && !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
        return isName && credentials instanceof String password ? accounts.groups(name, password) : Optional.empty();
    }
}
