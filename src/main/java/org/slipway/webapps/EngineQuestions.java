package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;

/**
 * The engine asks many of its questions by {@code POST}, because they do not fit into an address; these change nothing.
 * Whatever a newer engine adds is none of them until it stands here.
 */
final class EngineQuestions {

    private static final String[] LISTS = {
        "case-execution",
        "case-instance",
        "execution",
        "external-task",
        "group",
        "job",
        "job-definition",
        "process-instance",
        "task",
        "variable-instance",
        "history/activity-instance",
        "history/case-instance",
        "history/detail",
        "history/external-task-log",
        "history/job-log",
        "history/process-instance",
        "history/task",
        "history/variable-instance"
    };

    private static final RequestMatcher OF_ENGINE = EngineGuard.at(Stream.concat(
                    Stream.of(LISTS).flatMap(list -> Stream.of("/" + list, "/" + list + "/count")),
                    Stream.of(
                            "/filter/{id}/list",
                            "/filter/{id}/count",
                            "/filter/{id}/singleResult",
                            "/identity/password-policy",
                            "/migration/generate",
                            "/migration/validate",
                            "/schema/log"))
            .toArray(String[]::new));

    private static final RequestMatcher OF_COCKPIT = RequestMatchers.anyOf(Stream.of(
                    "incident",
                    "incident/count",
                    "process-instance",
                    "process-instance/count",
                    "process-instance/{id}/called-process-instances",
                    "process-definition/{id}/called-process-definitions")
            .map(question -> PathPatternRequestMatcher.withDefaults()
                    .matcher("/camunda/api/cockpit/plugin/base/{engine}/" + question))
            .toArray(RequestMatcher[]::new));

    private EngineQuestions() {}

    static boolean matches(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && (OF_ENGINE.matches(request) || OF_COCKPIT.matches(request));
    }
}
