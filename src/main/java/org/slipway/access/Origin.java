package org.slipway.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the work of this thread was asked for: the network address and the door, such as {@code 10.1.2.3 /api}. */
@Component
public class Origin {

    private static final int MOST = 60;

    /** None for what the system does by itself. */
    public @Nullable String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : null;
    }

    private static String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        int end = path.indexOf('/', 1);
        String door = end < 0 ? path : path.substring(0, end);
        String origin = request.getRemoteAddr() + " " + door;
        return origin.length() <= MOST ? origin : origin.substring(0, MOST);
    }
}
