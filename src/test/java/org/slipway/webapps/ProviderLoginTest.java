package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slipway.support.IdentityProvider;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People log in at an identity provider, with every redirect on the way. */
@SlipwayTest
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderLoginTest {

    private static final IdentityProvider PROVIDER = new IdentityProvider();

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=10";

    private final IdentityService identities;
    private final SlipwayClient slipway;
    private final String baseUrl;
    private final String person = "p" + UUID.randomUUID().toString().substring(0, 8);

    ProviderLoginTest(IdentityService identities, SlipwayClient slipway, Environment environment) {
        this.identities = identities;
        this.slipway = slipway;
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    @DynamicPropertySource
    static void withAProvider(DynamicPropertyRegistry properties) {
        properties.add("slipway.oidc.issuer", PROVIDER::issuer);
        properties.add("slipway.oidc.client-id", () -> IdentityProvider.CLIENT);
        properties.add("slipway.oidc.client-secret", () -> IdentityProvider.SECRET);
        properties.add("slipway.oidc.groups-claim", () -> "realm_access.roles");
        properties.add("slipway.oidc.groups", () -> "/cab=approvers,/ops = operations");
        properties.add("slipway.oidc.local-people", () -> "admin,manager");
    }

    @AfterAll
    static void noOneIsThereAnyMore() {
        PROVIDER.stop();
    }

    /** First, because what the provider has once said of itself is remembered. */
    @Test
    @Order(0)
    void leadsToTheLoginPageWhileTheProviderIsAway() {
        PROVIDER.isAway(true);
        assertRefused(new BrowserSession(baseUrl));
        assertThat(new BrowserSession(baseUrl).login("admin").get("/api/me").statusCode())
                .isEqualTo(200);

        PROVIDER.isAway(false);
        atTheProvider(person, "operations");
        loggedIn();
    }

    @Test
    void opensTasklistCockpitAndOurOwnDoorsAtOnce() throws IOException {
        atTheProvider(person, "/ops", "auditors", "requesters");

        BrowserSession browser = new BrowserSession(baseUrl);
        HttpResponse<String> end = browser.followAll(browser.page(TASKLIST));

        assertThat(end.statusCode()).isEqualTo(200);
        assertThat(end.uri().getPath()).isEqualTo(TASKLIST);
        JsonNode me = me(browser);
        assertThat(me.path("id").asText()).isEqualTo(person);
        assertThat(me.path("name").asText()).isEqualTo("Paula Rovider");
        assertThat(me.path("email").asText()).isEqualTo(person + "@example.org");
        assertThat(me.path("groups").toString()).isEqualTo("[\"auditors\",\"operations\",\"requesters\"]");
        assertThat(browser.page(COCKPIT).statusCode()).isEqualTo(200);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
        String registration = JsonMapper.builder().build().writeValueAsString(registration());
        assertThat(browser.postWithToken("/api/releases", registration, "SLIPWAY-XSRF")
                        .statusCode())
                .isEqualTo(201);
        assertThat(slipway.as("manager")
                        .get("/api/people?text=" + person)
                        .expect(200)
                        .text())
                .contains("Paula Rovider");
    }

    @Test
    void makesMembersOfExactlyTheGroupsThatTheProviderNames() throws IOException {
        atTheProvider(person, "/cab", "no-such-group");
        assertThat(me(loggedIn()).path("groups").toString()).isEqualTo("[\"approvers\"]");
        identities.createMembership(person, "auditors");

        atTheProvider(person, "operations");
        assertThat(me(loggedIn()).path("groups").toString()).isEqualTo("[\"operations\"]");

        PROVIDER.is(Map.of("sub", "sub-" + person, "preferred_username", person, "email", "new@example.org"));
        JsonNode me = me(loggedIn());
        assertThat(me.path("groups")).isEmpty();
        assertThat(me.path("email").asText()).isEqualTo("new@example.org");
        assertThat(identities.createGroupQuery().groupId("no-such-group").count())
                .isZero();
    }

    @Test
    void knowsNoPasswordOfThosePeople() {
        atTheProvider(person, "operations");
        loggedIn();
        User known = identities.createUserQuery().userId(person).singleResult();
        known.setPassword(SlipwayClient.PASSWORD);
        identities.saveUser(known);

        slipway.as(person).get("/api/me").expect(401);
        slipway.as(person).get("/engine-rest/task").expect(401);
        slipway.as("operator").get("/api/me").expect(401);
        BrowserSession browser = new BrowserSession(baseUrl);
        browser.page("/login");
        assertThat(browser.login(person, SlipwayClient.PASSWORD).headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login?error");
    }

    @Test
    void letsNamedPeopleInByPasswordAndNobodyElseUnderTheirNames() {
        slipway.as("admin").get("/api/me").expect(200);
        assertThat(new BrowserSession(baseUrl).login("manager").get("/api/me").statusCode())
                .isEqualTo(200);

        atTheProvider("admin", "operations");
        assertRefused(new BrowserSession(baseUrl));
        assertThat(slipway.as("admin")
                        .get("/api/me")
                        .expect(200)
                        .json()
                        .path("groups")
                        .toString())
                .contains("camunda-admin");
    }

    @Test
    void doesNotTakeSomebodyNewForSomebodyWhoHadHisName() {
        atTheProvider(person, "operations");
        loggedIn();

        PROVIDER.is(Map.of("sub", "somebody else", "preferred_username", person));
        assertRefused(new BrowserSession(baseUrl));
        identities.deleteUser(person);
        loggedIn();

        PROVIDER.is(Map.of("sub", "odd", "preferred_username", "not a/name"));
        assertRefused(new BrowserSession(baseUrl));
        PROVIDER.is(Map.of("sub", "nameless"));
        assertRefused(new BrowserSession(baseUrl));
    }

    @Test
    void refusesAnAnswerThatBelongsToAnotherLogin() {
        atTheProvider(person, "operations");
        PROVIDER.replaysAnotherLogin();
        assertRefused(new BrowserSession(baseUrl));

        atTheProvider(person, "operations");
        BrowserSession browser = new BrowserSession(baseUrl);
        HttpResponse<String> back = browser.follow(browser.page("/oauth2/authorization/provider"));
        assertThat(back.statusCode()).isEqualTo(302);
        BrowserSession victim = new BrowserSession(baseUrl);
        victim.page("/login");
        assertThat(victim.follow(back).headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login?refused");
        assertThat(victim.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(browser.page("/login/oauth2/code/provider?code=any&state=guessed")
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login?refused");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(identities.createUserQuery().userId(person).count()).isZero();
    }

    @Test
    void letsSomebodyNewInThroughSeveralWindowsAtOnce() throws Exception {
        atTheProvider(person, "operations", "auditors");
        ExecutorService windows = Executors.newFixedThreadPool(4);
        try {
            Callable<BrowserSession> login = this::loggedIn;
            for (Future<BrowserSession> window : windows.invokeAll(Collections.nCopies(4, login))) {
                assertThat(me(window.get()).path("groups")).hasSize(2);
            }
        } finally {
            windows.shutdownNow();
        }
    }

    @Test
    void endsAtTheProviderToo() {
        atTheProvider(person, "operations");
        BrowserSession browser = loggedIn();

        HttpResponse<String> away = browser.postWithToken("/logout", "", "SLIPWAY-XSRF");

        assertThat(away.headers().firstValue("Location"))
                .get()
                .asString()
                .startsWith(PROVIDER.issuer() + "/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=" + baseUrl + "/login?logout");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void offersTheProviderOnTheLoginPage() {
        String page = new BrowserSession(baseUrl).page("/login?refused", "es").body();

        assertThat(page).contains("/oauth2/authorization/provider", "cuenta de su organización", "name=\"password\"");
        assertThat(page).contains("pregunte a su administrador");
    }

    private static void atTheProvider(String name, String... groups) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", "sub-" + name);
        claims.put("preferred_username", name);
        claims.put("given_name", "Paula");
        claims.put("family_name", "Rovider");
        claims.put("email", name + "@example.org");
        claims.put("realm_access", Map.of("roles", List.of(groups)));
        PROVIDER.is(claims);
    }

    private BrowserSession loggedIn() {
        BrowserSession browser = new BrowserSession(baseUrl);
        browser.followAll(browser.page("/oauth2/authorization/provider"));
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        return browser;
    }

    private static void assertRefused(BrowserSession browser) {
        HttpResponse<String> end = browser.followAll(browser.page("/oauth2/authorization/provider"));
        assertThat(end.uri().toString()).endsWith("/login?refused");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    private static JsonNode me(BrowserSession browser) throws IOException {
        return JsonMapper.builder().build().readTree(browser.get("/api/me").body());
    }

    private Map<String, Object> registration() {
        // Its change is registered by a person with a password.
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("requester", person);
        return registration;
    }
}
