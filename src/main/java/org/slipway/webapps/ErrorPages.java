package org.slipway.webapps;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What fails outside our controllers, such as in a filter or in a Camunda webapp, is told in the same way. */
@Controller
class ErrorPages implements ErrorController {

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object tell(HttpServletRequest request) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Throwable cause = failure instanceof Throwable thrown ? thrown : null;
        Verdict verdict = cause == null ? Verdicts.ofStatus(status(request)) : Verdicts.of(cause);
        String uri = path == null ? request.getRequestURI() : path.toString();
        Problem problem = problems.tell(verdict, request, uri, cause);
        if (Browsers.acceptsPage(request) && !Browsers.isForMachines(uri)) {
            return new ModelAndView("error", Map.of("problem", problem), verdict.status());
        }
        return ResponseEntity.status(verdict.status())
                .headers(verdict.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatusCode status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Asked for directly, there is no error to tell of.
        return status instanceof Integer code ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND;
    }
}
