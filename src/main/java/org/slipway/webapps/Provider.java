package org.slipway.webapps;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider at which people log in, if there is one (OpenID Connect).
 *
 * @param issuer       its address, {@code SLIPWAY_OIDC_ISSUER}; nothing of this counts without it
 * @param clientId     as whom the provider knows this installation, {@code SLIPWAY_OIDC_CLIENT_ID}
 * @param clientSecret what proves it, {@code SLIPWAY_OIDC_CLIENT_SECRET}
 * @param scopes       what is asked for, {@code SLIPWAY_OIDC_SCOPES}
 * @param userClaim    the claim that is the login name, {@code SLIPWAY_OIDC_USER_CLAIM}
 * @param groupsClaim  the claim that lists groups, with dots for what lies inside another, {@code SLIPWAY_OIDC_GROUPS_CLAIM}
 * @param groups       which group here a name there stands for, {@code SLIPWAY_OIDC_GROUPS} as {@code theirs=ours,…}; any
 *                     other name stands for itself
 * @param localPeople  who logs in by password nevertheless, {@code SLIPWAY_OIDC_LOCAL_PEOPLE}
 */
@ConfigurationProperties("slipway.oidc")
record Provider(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<String> groups,
        @DefaultValue Set<String> localPeople) {

    boolean isThere() {
        return !issuer.isBlank();
    }

    /** The group here that a name of the claim stands for. */
    String ours(String theirs) {
        return groups.stream()
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(theirs))
                .map(pair -> pair[1].strip())
                .findFirst()
                .orElse(theirs);
    }

    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
        return "Provider[" + issuer + ", " + clientId + "]";
    }
}
