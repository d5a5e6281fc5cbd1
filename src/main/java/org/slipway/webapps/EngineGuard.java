package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Rights;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;
import org.springframework.stereotype.Component;

/**
 * Asks for a login at the engine's REST, wherever it is served, and closes what the engine itself leaves open to
 * everybody who is logged in: notes on any task, deleting one's own deployment with all that runs on it, and trying
 * out other people's passwords past the throttle. What goes past the release is closed to everybody ({@link EngineWork}).
 * Who is here to audit and for nothing else asks, and changes nothing but his own password ({@link AuditorsOnlyRead}).
 */
@Component
class EngineGuard implements AuthorizationManager<RequestAuthorizationContext> {

    private static final List<String> ENGINES =
            List.of("/engine-rest", "/engine-rest/engine/{engine}", "/camunda/api/engine/engine/{engine}");

    private static final RequestMatcher DOORS = RequestMatchers.anyOf(
            PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/engine/**"));

    private static final RequestMatcher PASSWORDS = at("/identity/verify");
    private static final RequestMatcher PASSWORD = at("/user/{id}/credentials");
    private static final RequestMatcher DEPLOYMENTS = at("/deployment/**");
    private static final RequestMatcher NOTES =
            at("/task/{id}/comment/**", "/task/{id}/attachment/**", "/process-instance/{id}/comment/**");

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final AuthorizationService authorizations;

    private final Rights rights;

    EngineGuard(AuthorizationService authorizations, Rights rights) {
        this.authorizations = authorizations;
        this.rights = rights;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        @Nullable Authentication person = caller.get();
        return new AuthorizationDecision(person != null && trust.isAuthenticated(person) && mayGoOn(person, context));
    }

    private boolean mayGoOn(Authentication person, RequestAuthorizationContext context) {
        var request = context.getRequest();
        if (PASSWORDS.matches(request)) {
            return false;
        }
        if (AuditorsOnlyRead.reads(request)) {
            return true;
        }
        if (rights.onlyAudit()) {
            return EngineQuestions.matches(request) || isHisPassword(person, request);
        }
        if (HttpMethod.DELETE.matches(request.getMethod()) && DEPLOYMENTS.matches(request)) {
            return !Boolean.parseBoolean(request.getParameter("cascade")) || isAdministrator(person);
        }
        if (NOTES.matches(request)) {
            return worksOnTasks(person);
        }
        return !DOORS.matches(request) || EngineQuestions.matches(request) || EngineWork.matches(request);
    }

    /** Nobody should have to ask somebody else for a new one. */
    private static boolean isHisPassword(Authentication person, HttpServletRequest request) {
        RequestMatcher.MatchResult password = PASSWORD.matcher(request);
        return password.isMatch()
                && HttpMethod.PUT.matches(request.getMethod())
                && person.getName().equals(password.getVariables().get("id"));
    }

    private static boolean isAdministrator(Authentication person) {
        return SharedLogin.groupsOf(person).contains(Groups.CAMUNDA_ADMIN);
    }

    private boolean worksOnTasks(Authentication person) {
        return authorizations.isUserAuthorized(
                person.getName(),
                SharedLogin.groupsOf(person),
                ProcessDefinitionPermissions.TASK_WORK,
                Resources.PROCESS_DEFINITION);
    }

    static RequestMatcher at(String... paths) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return RequestMatchers.anyOf(Stream.of(paths)
                .flatMap(tail -> ENGINES.stream().map(engine -> path.matcher(engine + tail)))
                .toArray(RequestMatcher[]::new));
    }
}
