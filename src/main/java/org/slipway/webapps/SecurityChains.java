package org.slipway.webapps;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.slipway.access.ChosenLanguages;
import org.slipway.access.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;

/**
 * The doors, one chain each: what pages are drawn with, the engine's REST for Modeler and machines, the Camunda webapps,
 * and everything of ours. One login opens them all; nothing but the login page, what pages are drawn with and the health
 * probes answers to nobody.
 */
@Configuration
class SecurityChains {

    private static final String LOGIN = "/login";

    /** Drawings of models put style attributes on their shapes; sheets and scripts come from here alone. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " style-src-attr 'unsafe-inline'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Several servlets are mapped, so each pattern says that it means the whole path. */
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private final People people;
    private final IdentityService identities;
    private final Refused refused;
    private final Doors doors;
    private final EngineGuard engineGuard;
    private final ChosenLanguages languages;
    private final @Nullable ProviderLogin provider;

    SecurityChains(
            People people,
            IdentityService identities,
            Refused refused,
            Doors doors,
            EngineGuard engineGuard,
            ChosenLanguages languages,
            ObjectProvider<ProviderLogin> provider) {
        this.people = people;
        this.identities = identities;
        this.refused = refused;
        this.doors = doors;
        this.engineGuard = engineGuard;
        this.languages = languages;
        this.provider = provider.getIfAvailable();
    }

    /**
     * Scripts, styles and pictures are the same for everybody and tell nothing. Thirty of them come with a page: none asks the
     * database for the session or the person, and a browser that has one only asks whether it is still the same.
     */
    @Bean
    @Order(0)
    SecurityFilterChain drawingDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(RequestMatchers.anyOf(
                        PATH.matcher(HttpMethod.GET, "/css/**"),
                        PATH.matcher(HttpMethod.GET, "/js/**"),
                        PATH.matcher(HttpMethod.GET, "/webjars/**"),
                        PATH.matcher(HttpMethod.GET, "/favicon.svg")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain engineDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATH.matcher("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(engineGuard))
                .httpBasic(basic -> basic.authenticationEntryPoint(refused))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing here is opened by a cookie, and browsers are never asked for a password they would remember.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        failing -> failing.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .addFilterBefore(engineAuthentication(AnyRequestMatcher.INSTANCE), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webappsDoor(HttpSecurity http) throws Exception {
        RequestMatcher api = PATH.matcher("/camunda/api/**");
        RequestMatcher page = PATH.matcher(HttpMethod.GET, "/camunda/app/{app}/{engine}/");
        return http.securityMatcher(PATH.matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        // Camunda's own first-user page and login form: there is one login, and it is ours.
                        .requestMatchers(
                                PATH.matcher("/camunda/api/admin/setup/**"),
                                PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/login/{app}"))
                        .denyAll()
                        .anyRequest()
                        .access(engineGuard))
                // The webapps have their own token, checked by Camunda's filter.
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(cache -> cache.requestCache(pages(page)))
                .exceptionHandling(failing -> failing.defaultAuthenticationEntryPointFor(refused, api)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(loginStart()), RequestMatchers.not(api))
                        .accessDeniedHandler(refused))
                .logout(logout -> logout.logoutRequestMatcher(logoutOfWebapps())
                        .deleteCookies("SESSION")
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK)))
                .addFilterBefore(engineAuthentication(RequestMatchers.anyOf(api, page)), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain ourDoor(HttpSecurity http) throws Exception {
        if (provider != null) {
            provider.open(http, LOGIN, welcome());
        }
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers(open())
                            .permitAll();
                    if (doors.publicMetrics()) {
                        requests.requestMatchers(PATH.matcher("/actuator/prometheus"))
                                .permitAll();
                    }
                    requests.anyRequest().authenticated();
                })
                .formLogin(login -> login.loginPage(LOGIN)
                        .successHandler(welcome())
                        .failureUrl(LOGIN + "?error")
                        .permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(refused))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenCookie())
                        .csrfTokenRequestHandler(eagerToken())
                        .ignoringRequestMatchers(Browsers::isPlainBasicClient))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .requestCache(cache -> cache.requestCache(pages(Browsers::opensPage)))
                .exceptionHandling(failing -> failing.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(loginStart()), Browsers::opensPage)
                        .defaultAuthenticationEntryPointFor(refused, AnyRequestMatcher.INSTANCE)
                        .accessDeniedHandler(refused))
                .logout(logout -> {
                    logout.logoutUrl("/logout")
                            .logoutSuccessUrl(LOGIN + "?logout")
                            .deleteCookies("SESSION")
                            .permitAll();
                    if (provider != null) {
                        logout.logoutSuccessHandler(provider.logout(LOGIN + "?logout"));
                    }
                })
                // A new session, not the old one renamed: a request that still runs would save it under its old name.
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.migrateSession()))
                .addFilterBefore(engineAuthentication(AnyRequestMatcher.INSTANCE), AuthorizationFilter.class)
                .build();
    }

    /** Lets who is logged in here into the Camunda webapps; runs right behind the chains. */
    @Bean
    FilterRegistrationBean<SharedLoginFilter> sharedLogin() {
        FilterRegistrationBean<SharedLoginFilter> filter = new FilterRegistrationBean<>(new SharedLoginFilter());
        filter.addInitParameter("authentication-provider", SharedLogin.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /** The login page, or straight away the identity provider, who may know the person already. */
    private String loginStart() {
        return provider == null ? LOGIN : ProviderLogin.START;
    }

    private EngineAuthentication engineAuthentication(RequestMatcher concerned) {
        return new EngineAuthentication(people, identities, concerned);
    }

    private static RequestMatcher[] open() {
        return new RequestMatcher[] {
            PATH.matcher(LOGIN),
            PATH.matcher(HttpMethod.GET, "/actuator/health"),
            PATH.matcher(HttpMethod.GET, "/actuator/health/liveness"),
            PATH.matcher(HttpMethod.GET, "/actuator/health/readiness")
        };
    }

    /** Logging out in a webapp logs out everywhere. The token keeps other sites from doing it. */
    private static RequestMatcher logoutOfWebapps() {
        RequestMatcher logout = PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        return request -> {
            if (!logout.matches(request) || request.getSession(false) == null) {
                return false;
            }
            Object token = request.getSession(false).getAttribute("CAMUNDA_CSRF_TOKEN");
            return token != null && Objects.equals(token, request.getHeader("X-XSRF-TOKEN"));
        };
    }

    private static RequestCache pages(RequestMatcher worthReturningTo) {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(worthReturningTo);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private Welcome welcome() {
        Welcome welcome = new Welcome(languages, doors.secureCookies());
        welcome.setRequestCache(pages(AnyRequestMatcher.INSTANCE));
        return welcome;
    }

    private CookieCsrfTokenRepository tokenCookie() {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        // Camunda's webapps use XSRF-TOKEN for their own.
        repository.setCookieName("SLIPWAY-XSRF");
        repository.setHeaderName("X-SLIPWAY-XSRF");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.secure(doors.secureCookies()).sameSite("Lax"));
        return repository;
    }

    private static CsrfTokenRequestAttributeHandler eagerToken() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler() {
            @Override
            public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
                String type = request.getContentType();
                // To look for a parameter would take an upload in before anybody has logged in.
                return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                        ? request.getHeader(token.getHeaderName())
                        : super.resolveCsrfTokenValue(request, token);
            }
        };
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }
}
