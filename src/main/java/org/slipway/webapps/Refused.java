package org.slipway.webapps;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Tells who was stopped at a door why: a page for people, a problem document for programs. */
@Component
class Refused implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;
    private final ObjectMapper json;

    Refused(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof LockedException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            write(Verdict.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts"), request, response);
            return;
        }
        if (!Browsers.comesFromBrowser(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Slipway\", charset=\"UTF-8\"");
        }
        write(Verdicts.ofStatus(HttpStatus.UNAUTHORIZED), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (Browsers.acceptsPage(request) && !Browsers.isForMachines(request.getRequestURI())) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (cause instanceof CsrfException && isNobody(request)) {
            write(Verdicts.ofStatus(HttpStatus.UNAUTHORIZED), request, response);
        } else if (cause instanceof CsrfException) {
            write(Verdict.of(HttpStatus.FORBIDDEN, "token-missing"), request, response);
        } else {
            write(Verdicts.ofStatus(HttpStatus.FORBIDDEN), request, response);
        }
    }

    /** The token is asked for before the password is, so whoever brings one is not nobody. */
    private static boolean isNobody(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    private void write(Verdict verdict, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(verdict.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problems.tell(verdict, request, request.getRequestURI(), null));
    }
}
