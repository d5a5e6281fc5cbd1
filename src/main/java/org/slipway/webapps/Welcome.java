package org.slipway.webapps;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slipway.access.ChosenLanguages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Takes whoever has logged in to the page that he came for, in the language that he has chosen wherever that was: the browser
 * may be new to him, or have been somebody else's before.
 */
class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Duration YEAR = Duration.ofDays(365);

    private final ChosenLanguages languages;
    private final boolean secure;

    Welcome(ChosenLanguages languages, boolean secure) {
        this.languages = languages;
        this.secure = secure;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        String chosen = languages.of(person.getName()).orElse("");
        // Not kept from scripts: the page where he chooses and the Camunda webapps read it.
        ResponseCookie cookie = ResponseCookie.from(Languages.LANGUAGE, chosen)
                .path("/")
                .sameSite("Lax")
                .secure(secure)
                .maxAge(chosen.isEmpty() ? Duration.ZERO : YEAR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        super.onAuthenticationSuccess(request, response, person);
    }
}
