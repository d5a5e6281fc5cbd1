package org.slipway.webapps;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells a person at a browser from a machine, by what they send. */
final class Browsers {

    private static final String SESSION = "SESSION";

    private Browsers() {}

    /** Whether somebody opens one of our pages, so that he is to be shown a page and not a problem document. */
    static boolean opensPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && !isForMachines(request.getRequestURI()) && acceptsPage(request);
    }

    static boolean acceptsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    /**
     * Whether the request carries its own password and nothing that a browser adds by itself: such a request cannot be
     * forged by another site, and has no use for a token.
     */
    static boolean isPlainBasicClient(HttpServletRequest request) {
        return sendsPassword(request) && !comesFromBrowser(request) && !hasSession(request.getCookies());
    }

    /** Whether a browser sent it; browsers are not asked for Basic, or they would keep the password and send it along. */
    static boolean comesFromBrowser(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Site") != null || acceptsPage(request);
    }

    static boolean isForMachines(String path) {
        return Stream.of("/api/", "/engine-rest/", "/camunda/api/", "/actuator/", "/v3/")
                .anyMatch(path::startsWith);
    }

    private static boolean sendsPassword(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    private static boolean hasSession(Cookie @Nullable [] cookies) {
        return cookies != null && Stream.of(cookies).anyMatch(cookie -> SESSION.equals(cookie.getName()));
    }
}
