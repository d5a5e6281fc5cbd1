package org.slipway.webapps;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may decide about the doors.
 *
 * @param secureCookies whether cookies travel over TLS only; on wherever TLS is in front
 * @param publicMetrics whether {@code /actuator/prometheus} answers without a login, for a closed network
 */
@ConfigurationProperties("slipway.security")
record Doors(
        @DefaultValue("false") boolean secureCookies,
        @DefaultValue("false") boolean publicMetrics) {}
