package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What people may change by the engine's doors, if its grants allow it to them (src/docs/adr/0016). Everything else is
 * closed to everybody, administrators included: whoever moved what runs, wrote its variables, sent it messages, started or
 * restarted it, passed its tasks on or changed its times would go past the release, and could leave out who has to approve,
 * authorise or homologate. Whatever a newer engine adds is closed until it stands here.
 */
final class EngineWork {

    private static final String[] PEOPLE = {"/authorization/**", "/group/**", "/tenant/**", "/user/**"};

    private static final String[] TASKS = {
        "/filter/**", "/task/{id}/claim", "/task/{id}/unclaim", "/task/{id}/complete", "/task/{id}/submit-form"
    };

    private static final String[] MODELS = {
        "/deployment/**",
        "/decision-definition/**",
        "/process-definition/suspended",
        "/process-definition/{id}/suspended",
        "/process-definition/{id}/history-time-to-live",
        "/process-definition/key/{key}/suspended",
        "/process-definition/key/{key}/history-time-to-live"
    };

    private static final String[] OPERATIONS = {
        "/migration/execute",
        "/migration/executeAsync",
        "/batch/**",
        "/job/retries",
        "/job/{id}/retries",
        "/job/suspended",
        "/job/{id}/suspended",
        "/job/{id}/priority",
        "/job-definition/**",
        "/process-instance/suspended",
        "/process-instance/suspended-async",
        "/process-instance/{id}/suspended",
        "/process-instance/delete",
        "/process-instance/delete-historic-query-based",
        "/process-instance/job-retries",
        "/process-instance/job-retries-historic-query-based",
        "/incident/**",
        "/execution/{id}/create-incident",
        "/history/**",
        "/metrics/**",
        "/telemetry/**"
    };

    private static final RequestMatcher OPEN = EngineGuard.at(
            Stream.of(PEOPLE, TASKS, MODELS, OPERATIONS).flatMap(Stream::of).toArray(String[]::new));

    private static final RequestMatcher REMOVABLE = EngineGuard.at("/process-instance/{id}", "/process-definition/**");

    private EngineWork() {}

    static boolean matches(HttpServletRequest request) {
        return OPEN.matches(request) || HttpMethod.DELETE.matches(request.getMethod()) && REMOVABLE.matches(request);
    }
}
