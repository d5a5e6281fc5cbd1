package org.slipway.webapps;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.access.Arrival;
import org.slipway.access.Arrivals;
import org.slipway.shared.NotAllowed;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Login at an identity provider by OpenID Connect (authorization code with PKCE). The provider says who it is and which
 * groups he belongs to; from then on he is a person like any other. The provider is first spoken to when somebody logs in,
 * so it need not be there when the application starts.
 */
@Component
@Conditional(ProviderLogin.IsConfigured.class)
class ProviderLogin {

    /** The name of the registration; {@code /login/oauth2/code/provider} is the address that the provider has to know. */
    static final String NAME = "provider";

    /** Where a login begins. */
    static final String START =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/" + NAME;

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogin.class);

    private final Provider provider;
    private final Arrivals arrivals;
    private final SupplierClientRegistrationRepository registrations;
    private final OidcUserService users = new OidcUserService();

    ProviderLogin(Provider provider, Arrivals arrivals) {
        Assert.hasText(provider.clientId(), "SLIPWAY_OIDC_ISSUER is given, but no SLIPWAY_OIDC_CLIENT_ID");
        Assert.hasText(provider.clientSecret(), "SLIPWAY_OIDC_ISSUER is given, but no SLIPWAY_OIDC_CLIENT_SECRET");
        this.provider = provider;
        this.arrivals = arrivals;
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
    }

    /** Adds the login to the doors of our own pages. */
    void open(HttpSecurity http, String loginPage, Welcome welcome) throws Exception {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        AuthenticationFailureHandler failed = (request, response, failure) -> {
            LOG.warn("Nobody was logged in by the identity provider: {}", failure.getMessage());
            LOG.debug("Nobody was logged in by the identity provider", failure);
            response.sendRedirect(request.getContextPath() + loginPage + "?refused");
        };
        http.oauth2Login(login -> login.loginPage(loginPage)
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(requests))
                .userInfoEndpoint(user -> user.oidcUserService(this::welcome))
                .successHandler(welcome)
                .failureHandler(failed)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F start) {
                        // The provider does not answer: whoever has a password here must still see where to use it.
                        start.setAuthenticationFailureHandler(failed);
                        return start;
                    }
                }));
    }

    /** Ends the login at the provider, too, if he offers that. */
    LogoutSuccessHandler logout(String afterwards) {
        OidcClientInitiatedLogoutSuccessHandler logout = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        logout.setPostLogoutRedirectUri("{baseUrl}" + afterwards);
        logout.setDefaultTargetUrl(afterwards);
        return logout;
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(provider.issuer())
                .registrationId(NAME)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .scope(provider.scopes())
                .userNameAttributeName(provider.userClaim())
                .build();
    }

    private OidcUser welcome(OidcUserRequest request) {
        OidcUser user = load(request);
        try {
            arrivals.welcome(new Arrival(
                    user.getName(),
                    user.getIssuer() + " " + user.getSubject(),
                    orElse(user.getGivenName(), user.getFullName()),
                    user.getFamilyName(),
                    user.getEmail(),
                    groups(user.getClaims())));
        } catch (NotAllowed refused) {
            throw new OAuth2AuthenticationException(new OAuth2Error(refused.code()), refused.getMessage(), refused);
        }
        // Without authorities: groups are read afresh on every request.
        return new DefaultOidcUser(Set.of(), user.getIdToken(), user.getUserInfo(), provider.userClaim());
    }

    private OidcUser load(OidcUserRequest request) {
        try {
            return users.loadUser(request);
        } catch (IllegalArgumentException noName) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("invalid_user_info_response"), "There is no claim " + provider.userClaim(), noName);
        }
    }

    private Set<String> groups(Map<String, Object> claims) {
        Object value = claims.get(provider.groupsClaim());
        if (value == null) {
            value = claims;
            for (String step : provider.groupsClaim().split("\\.")) {
                value = value instanceof Map<?, ?> inner ? inner.get(step) : null;
            }
        }
        Stream<?> names = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return names.map(String::valueOf).map(provider::ours).collect(Collectors.toSet());
    }

    private static @Nullable String orElse(@Nullable String given, @Nullable String other) {
        return StringUtils.hasText(given) ? given : other;
    }

    static class IsConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("slipway.oidc.issuer"));
        }
    }
}
