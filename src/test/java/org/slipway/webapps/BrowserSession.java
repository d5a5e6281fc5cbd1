package org.slipway.webapps;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slipway.support.SlipwayClient;

/** A person at a browser: keeps cookies, follows no redirect by itself, sends a token only when told to. */
final class BrowserSession {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String baseUrl;

    BrowserSession(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Logs in as somebody with the common password. */
    BrowserSession login(String person) {
        page("/login");
        HttpResponse<String> answer = login(person, SlipwayClient.PASSWORD);
        if (answer.statusCode() != 302 || "/login".equals(path(answer))) {
            throw new AssertionError("Not logged in: " + answer + " to " + path(answer));
        }
        return this;
    }

    HttpResponse<String> login(String person, String password) {
        String form = "username=" + encoded(person) + "&password=" + encoded(password) + "&_csrf="
                + encoded(cookie("SLIPWAY-XSRF").orElse(""));
        return send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    HttpResponse<String> page(String path, String languages) {
        return send(request(path).header("Accept", "text/html").header("Accept-Language", languages));
    }

    /** Goes where a page sends the browser, be it to another site. */
    HttpResponse<String> follow(HttpResponse<String> redirect) {
        URI target = redirect.uri()
                .resolve(redirect.headers().firstValue("Location").orElseThrow(() -> new AssertionError(redirect)));
        return send(HttpRequest.newBuilder(target).header("Accept", "text/html"));
    }

    /** Goes on until a page sends the browser nowhere else. */
    HttpResponse<String> followAll(HttpResponse<String> answer) {
        HttpResponse<String> page = answer;
        for (int hops = 0; page.statusCode() / 100 == 3; hops++) {
            if (hops == 10) {
                throw new AssertionError("Sent round in circles: " + page);
            }
            page = follow(page);
        }
        return page;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "application/json"));
    }

    HttpResponse<String> post(String path, String json) {
        return send(json(path, json));
    }

    /** Sends the token of the cookie back in a header, as our own pages do, or as the Camunda webapps do theirs. */
    HttpResponse<String> postWithToken(String path, String json, String cookie) {
        return send(json(path, json).header("X-" + cookie, cookie(cookie).orElse("none")));
    }

    /** As the scripts of the Camunda webapps do, whose token it sends along. */
    HttpResponse<String> webapp(String method, String path, String type, String body) {
        return send(request(path)
                .header("Accept", "application/json, */*;q=0.1")
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse("none"))
                .method(method, "GET".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    static @Nullable String path(HttpResponse<?> redirect) {
        return redirect.headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getPath())
                .orElse(null);
    }

    private HttpRequest.Builder json(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Sec-Fetch-Site", "same-origin");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
