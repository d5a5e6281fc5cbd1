package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@SlipwayTest
class OneLoginTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=10";
    private static final String COUNT = "/camunda/api/engine/engine/default/task/count";

    private final IdentityService identities;
    private final SlipwayClient slipway;
    private final SessionRepository<? extends Session> sessions;
    private final String baseUrl;

    OneLoginTest(
            IdentityService identities,
            SlipwayClient slipway,
            SessionRepository<? extends Session> sessions,
            Environment environment) {
        this.identities = identities;
        this.sessions = sessions;
        this.slipway = slipway;
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    @Test
    void opensTasklistAndOurOwnDoorsAtOnce() {
        BrowserSession operator = browser().login("operator");

        assertThat(operator.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(operator.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(operator.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(operator.postWithToken(COUNT, "{}", "XSRF-TOKEN").statusCode())
                .isEqualTo(200);
    }

    @Test
    void returnsToThePageThatWasAskedFor() {
        BrowserSession browser = browser();

        assertThat(BrowserSession.path(browser.page("/camunda/app/tasklist/default/")))
                .isEqualTo("/login");
        browser.page("/login");
        assertThat(BrowserSession.path(browser.login("operator", SlipwayClient.PASSWORD)))
                .isEqualTo("/camunda/app/tasklist/default/");
    }

    @Test
    void changesTheSessionWhenSomebodyLogsIn() {
        BrowserSession browser = browser();
        browser.page("/camunda/app/tasklist/default/");
        String before = browser.cookie("SESSION").orElseThrow();

        browser.login("operator");

        assertThat(browser.cookie("SESSION")).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void staysLoggedInWhenARequestFromBeforeTheLoginEndsAfterIt() {
        BrowserSession browser = browser();
        browser.page("/camunda/app/tasklist/default/");
        Runnable late = requestInProgress(sessions, browser.cookie("SESSION").orElseThrow());

        browser.login("operator");
        late.run();

        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    }

    /** A request that has read its session; when it ends, it saves it. */
    private static <S extends Session> Runnable requestInProgress(SessionRepository<S> sessions, String cookie) {
        S session = sessions.findById(new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8));
        session.setLastAccessedTime(Instant.now());
        return () -> sessions.save(session);
    }

    @Test
    void doesNotTellWhetherTheNameOrThePasswordWasWrong() {
        BrowserSession browser = browser();
        browser.page("/login");

        String known = browser.login("operator", "wrong")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String unknown = browser.login("nobody", "wrong")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(known).isEqualTo(unknown).endsWith("/login?error");
    }

    @Test
    void offersEverybodyTheWebappsHeWorksIn() {
        assertThat(browser().login("operator").page("/").body())
                .contains("/camunda/app/tasklist/default/")
                .doesNotContain("/camunda/app/cockpit/default/");
        assertThat(browser().login("auditor").page("/").body())
                .contains("/camunda/app/cockpit/default/")
                .doesNotContain("/camunda/app/tasklist/default/");
        assertThat(BrowserSession.path(browser().page("/"))).isEqualTo("/login");
    }

    @Test
    void showsAPageOfItsOwnWhereAWebappIsNotForSomebody() {
        var page = browser().login("auditor").page("/camunda/app/tasklist/default/", "pt-BR,en;q=0.5");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Não permitido", "Ir para o meu trabalho");
    }

    @Test
    void asksForTheTokenWhenACookieOpensTheDoor() {
        BrowserSession manager = browser().login("manager");

        var refused = manager.post("/api/nothing", "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"token-missing\"");
        assertThat(manager.postWithToken("/api/nothing", "{}", "SLIPWAY-XSRF").statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksForTheTokenWhenABrowserSendsAPasswordByItself() {
        SlipwayClient manager = slipway.as("manager");

        manager.post("/api/nothing", "{}").expectProblem(404, "not-found");
        manager.with("Sec-Fetch-Site", "cross-site").post("/api/nothing", "{}").expectProblem(403, "token-missing");
        manager.with("Cookie", "SESSION=abc").post("/api/nothing", "{}").expectProblem(403, "token-missing");
    }

    @Test
    void endsEverywhereWhenTasklistLogsOut() {
        BrowserSession operator = browser().login("operator");
        operator.page("/camunda/app/tasklist/default/");

        var answer = operator.postWithToken("/camunda/api/admin/auth/user/default/logout", "{}", "XSRF-TOKEN");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(operator.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(operator.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void endsEverywhereWhenWeLogOut() {
        BrowserSession operator = browser().login("operator");
        operator.page("/camunda/app/tasklist/default/");

        operator.postWithToken("/logout", "", "SLIPWAY-XSRF");

        assertThat(operator.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(operator.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void isByPasswordWhereThereIsNoIdentityProvider() {
        assertThat(browser().page("/login").body())
                .contains("name=\"password\"")
                .doesNotContain("/oauth2/");
        assertThat(browser()
                        .login("operator")
                        .page("/oauth2/authorization/provider")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isTheOnlyOne() {
        BrowserSession admin = browser().login("admin");
        admin.page("/camunda/app/admin/default/");

        assertThat(admin.postWithToken("/camunda/api/admin/auth/user/default/login/tasklist", "{}", "XSRF-TOKEN")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.postWithToken("/camunda/api/admin/setup/default/user/create", "{}", "XSRF-TOKEN")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void knowsANewGroupWithTheNextRequest() {
        String person = newPerson();
        BrowserSession browser = browser().login(person);
        SlipwayClient machine = slipway.as(person);
        assertThat(machine.get("/api/me").json().path("groups")).isEmpty();
        assertThat(browser.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);

        identities.createMembership(person, "operations");

        assertThat(machine.get("/api/me").json().path("groups").toString()).isEqualTo("[\"operations\"]");
        assertThat(machine.get("/api/me").json().path("operations").toString()).contains("EXECUTE");
        assertThat(browser.get("/api/me").body()).contains("\"operations\"", "EXECUTE");
        assertThat(browser.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);

        identities.deleteMembership(person, "operations");

        assertThat(machine.get("/api/me").json().path("groups")).isEmpty();
        assertThat(browser.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void endsWithTheAccount() {
        String person = newPerson();
        BrowserSession browser = browser().login(person);

        identities.deleteUser(person);

        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void findsPeopleAndGroupsForForms() {
        SlipwayClient requester = slipway.as("requester");

        assertThat(requester
                        .get("/api/people?text=OPERATOR")
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo("operator");
        assertThat(requester.get("/api/people?text=%25").expect(200).json().path("items"))
                .isEmpty();
        assertThat(requester.get("/api/people?limit=2").expect(200).json().path("items"))
                .hasSize(2);
        assertThat(requester
                        .get("/api/groups?text=approv")
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo("approvers");
    }

    private BrowserSession browser() {
        return new BrowserSession(baseUrl);
    }

    private String newPerson() {
        String id = "p" + UUID.randomUUID().toString().replace("-", "");
        User user = identities.newUser(id);
        user.setPassword(SlipwayClient.PASSWORD);
        identities.saveUser(user);
        return id;
    }
}
