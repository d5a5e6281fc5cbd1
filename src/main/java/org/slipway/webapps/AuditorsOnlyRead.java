package org.slipway.webapps;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.slipway.access.OpenToAuditors;
import org.slipway.access.Rights;
import org.slipway.shared.NotAllowed;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses with {@code auditor-reads-only} whatever would change something to who is here to audit and for nothing else,
 * before what was sent is looked at. The rooms' own rules hold besides; this one also ends what they allow in person.
 * {@link EngineGuard} does the same at the engine's doors.
 */
@Component
class AuditorsOnlyRead implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Rights rights;

    AuditorsOnlyRead(Rights rights) {
        this.rights = rights;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() != DispatcherType.ERROR
                && !reads(request)
                && !method.hasMethodAnnotation(OpenToAuditors.class)
                && rights.onlyAudit()) {
            throw new NotAllowed("auditor-reads-only", null);
        }
        return true;
    }

    static boolean reads(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }
}
