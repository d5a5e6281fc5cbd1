package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ProviderTest {

    @Test
    void isWhatTheVariablesSay() {
        Provider provider = provider(Map.of(
                "SLIPWAY_OIDC_ISSUER", "https://id.example.org",
                "SLIPWAY_OIDC_CLIENT_ID", "slipway",
                "SLIPWAY_OIDC_CLIENT_SECRET", "between us",
                "SLIPWAY_OIDC_SCOPES", "openid,groups",
                "SLIPWAY_OIDC_USER_CLAIM", "upn",
                "SLIPWAY_OIDC_GROUPS_CLAIM", "realm_access.roles",
                "SLIPWAY_OIDC_GROUPS", "/ops=operations, cab = approvers",
                "SLIPWAY_OIDC_LOCAL_PEOPLE", "admin,pipeline"));

        assertThat(provider.isThere()).isTrue();
        assertThat(provider.clientId()).isEqualTo("slipway");
        assertThat(provider.clientSecret()).isEqualTo("between us");
        assertThat(provider.scopes()).containsExactlyInAnyOrder("openid", "groups");
        assertThat(provider.userClaim()).isEqualTo("upn");
        assertThat(provider.groupsClaim()).isEqualTo("realm_access.roles");
        assertThat(provider.localPeople()).containsExactlyInAnyOrder("admin", "pipeline");
        assertThat(provider.ours("/ops")).isEqualTo("operations");
        assertThat(provider.ours("cab")).isEqualTo("approvers");
        assertThat(provider.ours("auditors")).isEqualTo("auditors");
        assertThat(provider.toString()).doesNotContain("between us");
    }

    @Test
    void isNotThereWhenNothingIsSaid() {
        assertThat(provider(Map.of("SLIPWAY_OIDC_ISSUER", "", "SLIPWAY_OIDC_LOCAL_PEOPLE", ""))
                        .isThere())
                .isFalse();
    }

    private static Provider provider(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("slipway.oidc", Provider.class);
    }
}
