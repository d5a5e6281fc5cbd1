package org.slipway.process.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The first administrator, as the environment names him ({@code SLIPWAY_ADMIN_USER}, {@code SLIPWAY_ADMIN_PASSWORD}). */
@ConfigurationProperties("slipway.admin")
record Administrator(
        @DefaultValue("admin") String user, @Nullable String password) {

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return "Administrator[" + user + "]";
    }
}
