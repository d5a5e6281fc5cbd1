package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Keys of configuration items come from elsewhere and may contain slashes, which callers write as {@code %2F}, as names that
 * people give may contain semicolons and percent signs. Server and firewall refuse that by default, because it can lead
 * around rules about paths; so it is let in only where a key, a number or a name may stand.
 */
@Configuration(proxyBeanMethods = false)
class SlashesInKeys {

    private static final Pattern NAMED_BY_KEY = Pattern.compile(
            "/api/(configuration-items|item-classes|baselines|changes|problems|tickets|knowledge|purchases|projects|media"
                    + "|releases/[^/%]+/links/[^/%]+)/.*");

    /** Passed through as written: decoded by the server, it could climb to a door with other rules than its own. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall strict = new StrictHttpFirewall();
        StrictHttpFirewall slashes = new StrictHttpFirewall();
        slashes.setAllowUrlEncodedSlash(true);
        // What the server passes through still has its percent sign when the firewall looks at it.
        slashes.setAllowUrlEncodedPercent(true);
        slashes.setAllowSemicolon(true);
        return new HttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                boolean byKey = NAMED_BY_KEY.matcher(request.getRequestURI()).matches();
                return (byKey ? slashes : strict).getFirewalledRequest(request);
            }

            @Override
            public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
                return strict.getFirewalledResponse(response);
            }
        };
    }
}
