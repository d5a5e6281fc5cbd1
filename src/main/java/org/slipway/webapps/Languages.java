package org.slipway.webapps;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The languages of Slipway, and the reader's one among them: what he chose on a page, else what his browser asks for.
 * His pages also say in which time zone he is.
 */
@Configuration
class Languages {

    /** English first: it is what everybody else gets. */
    static final List<Locale> SPOKEN =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    static final String LANGUAGE = "slipway-language";
    static final String ZONE = "slipway-zone";

    @Bean
    LocaleContextResolver localeResolver() {
        AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(SPOKEN);
        browser.setDefaultLocale(Locale.ENGLISH);
        return new OfReader(browser);
    }

    private static final class OfReader extends AbstractLocaleContextResolver {

        private final LocaleResolver browser;

        private OfReader(LocaleResolver browser) {
            this.browser = browser;
        }

        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            String chosen = cookie(request, LANGUAGE);
            Locale language = SPOKEN.stream()
                    .filter(each -> each.getLanguage().equals(chosen))
                    .findFirst()
                    .orElseGet(() -> browser.resolveLocale(request));
            return new SimpleTimeZoneAwareLocaleContext(language, zone(cookie(request, ZONE)));
        }

        @Override
        public void setLocaleContext(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
            throw new UnsupportedOperationException("A page sets the reader's language with a cookie");
        }

        /** A browser that says nothing, or a zone nobody knows, reads times in UTC. */
        private static TimeZone zone(@Nullable String named) {
            return TimeZone.getTimeZone(
                    named != null && ZoneId.getAvailableZoneIds().contains(named) ? ZoneId.of(named) : ZoneOffset.UTC);
        }

        private static @Nullable String cookie(HttpServletRequest request, String name) {
            Cookie cookie = WebUtils.getCookie(request, name);
            return cookie == null ? null : cookie.getValue().replace("%2F", "/");
        }
    }
}
