package org.slipway.webapps;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * The engine and its webapps answer past our controllers, and with their own words. What they refuse is put into the journal
 * as what we refuse is, and so is what auditors read of its history. Behind the doors, so that the person is known.
 */
class NotedAtTheEngine extends OncePerRequestFilter {

    private static final int LONGEST_QUESTION = 16_384;

    private final Refusals refusals;
    private final AuditorsReading readings;

    NotedAtTheEngine(Refusals refusals, AuditorsReading readings) {
        this.refusals = refusals;
        this.readings = readings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean posted = EngineQuestions.matches(request) && readings.concerns();
        HttpServletRequest asked = posted ? new ContentCachingRequestWrapper(request, LONGEST_QUESTION) : request;
        chain.doFilter(asked, response);
        if (response.getStatus() == HttpStatus.FORBIDDEN.value()) {
            refusals.note(Verdicts.ofStatus(HttpStatus.FORBIDDEN), request, request.getRequestURI());
        } else if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                && (posted || HttpMethod.GET.matches(request.getMethod()))) {
            String body = asked instanceof ContentCachingRequestWrapper cached ? cached.getContentAsString() : "";
            readings.note(Reading.ofEngine(request.getRequestURI(), request.getQueryString(), body));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** Before the doors, so that it is known from where somebody came whom they turn away. */
        @Bean
        static OrderedRequestContextFilter requestContextFilter() {
            return new OrderedRequestContextFilter();
        }

        @Bean
        static FilterRegistrationBean<NotedAtTheEngine> notedAtTheEngine(Refusals refusals, AuditorsReading readings) {
            FilterRegistrationBean<NotedAtTheEngine> filter =
                    new FilterRegistrationBean<>(new NotedAtTheEngine(refusals, readings));
            filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
            filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
            return filter;
        }
    }
}
