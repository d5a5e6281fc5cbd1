package org.slipway.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an identity provider vouches for.
 *
 * @param id      the login name
 * @param subject who it is at the provider, for good: names may be given to somebody else one day, this is not
 * @param groups  the ids of his groups; those that are unknown here count for nothing
 */
public record Arrival(
        String id,
        String subject,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        Set<String> groups) {}
