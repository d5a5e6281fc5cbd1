package org.slipway.process.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Who logs in with a password that is kept here: everybody, or, with an identity provider, those few whom the environment
 * names ({@code SLIPWAY_OIDC_LOCAL_PEOPLE}): machines, and an administrator for the day on which the provider fails.
 */
@ConfigurationProperties("slipway.oidc")
record PasswordLogin(@Nullable String issuer, @DefaultValue Set<String> localPeople) {

    boolean isFor(String name) {
        return !StringUtils.hasText(issuer) || localPeople.contains(name);
    }
}
