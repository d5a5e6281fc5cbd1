package org.slipway.webapps;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Answers for the engine's REST when one of our rooms refused inside a process, or two people worked on the same; all
 * else is left to the engine's own mappers. One per kind of exception that has a mapper there, because the nearest wins.
 */
abstract class EngineRefusals<E extends Throwable> implements ExtendedExceptionMapper<E> {

    @Context
    private @Nullable HttpServletRequest request;

    @Override
    public boolean isMappable(E failure) {
        return Verdicts.ofEngine(failure) != null;
    }

    @Override
    public Response toResponse(E failure) {
        Verdict verdict = Verdicts.ofEngine(failure);
        if (verdict == null || request == null) {
            return Response.serverError().build();
        }
        WebApplicationContext context =
                WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
        Problem problem = context.getBean(Problems.class).tell(verdict, request, request.getRequestURI(), failure);
        return Response.status(verdict.status().value())
                .type(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .entity(problem)
                .build();
    }

    /** Public, as are the others: Jersey creates them. */
    @Priority(1)
    public static class OfRest extends EngineRefusals<RestException> {}

    @Priority(1)
    public static class OfEngine extends EngineRefusals<ProcessEngineException> {}

    @Priority(1)
    public static class OfAnything extends EngineRefusals<RuntimeException> {}
}
