package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Every failure of a controller leaves through here. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void readerIsGone() {
        // Nobody is left to be told.
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object tell(Exception failure, HttpServletRequest request) {
        Verdict verdict = Verdicts.of(failure);
        Problem problem = problems.tell(verdict, request, request.getRequestURI(), failure);
        if (Browsers.opensPage(request)) {
            return new ModelAndView("error", Map.of("problem", problem), verdict.status());
        }
        return ResponseEntity.status(verdict.status())
                .headers(verdict.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
