package org.slipway.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the application as the outside world does: HTTP with Basic authentication and JSON. Immutable; each
 * {@code as} and {@code with} gives a new client.
 *
 * <pre>{@code
 * JsonNode release = slipway.as("requester").post("/api/releases", body).expect(201).json();
 * }</pre>
 */
public final class SlipwayClient {

    /** The password of everyone who exists in tests and in the demo. */
    public static final String PASSWORD = "Slipway-Demo-1";

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String baseUrl;
    private final Map<String, String> headers;

    private SlipwayClient(String baseUrl, Map<String, String> headers) {
        this.baseUrl = baseUrl;
        this.headers = headers;
    }

    /** An anonymous client of the application at a base URL without a trailing slash. */
    public static SlipwayClient at(String baseUrl) {
        return new SlipwayClient(baseUrl, Map.of());
    }

    /** The same application as seen by a person with the common {@link #PASSWORD}. */
    public SlipwayClient as(String person) {
        return as(person, PASSWORD);
    }

    public SlipwayClient as(String person, String password) {
        String credentials = Base64.getEncoder().encodeToString((person + ":" + password).getBytes(UTF_8));
        return with("Authorization", "Basic " + credentials);
    }

    /** Sends a header with every request, such as {@code Accept-Language} or {@code If-Match}. */
    public SlipwayClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new SlipwayClient(baseUrl, Map.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    /** The body is JSON text, bytes as they are, or anything that Jackson can write: a map, a record, a node. */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    private Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(method + " " + path, response);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + method + " " + path, e);
        }
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        if (body instanceof byte[] bytes) {
            return BodyPublishers.ofByteArray(bytes);
        }
        try {
            return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON: " + body, e);
        }
    }

    /** What came back. */
    public static final class Answer {

        private final String request;
        private final HttpResponse<byte[]> response;

        private Answer(String request, HttpResponse<byte[]> response) {
            this.request = request;
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), UTF_8);
        }

        /** The body as JSON; a missing node when there is no body. */
        public JsonNode json() {
            if (response.body().length == 0) {
                return MissingNode.getInstance();
            }
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError(this + " is not JSON", e);
            }
        }

        /** Fails the test, showing what came back, unless the status is the expected one. */
        public Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("Expected " + status + " but was: " + this);
            }
            return this;
        }

        /** Fails the test unless the answer is a problem with this status and code. */
        public Answer expectProblem(int status, String code) {
            expect(status);
            if (!code.equals(json().path("code").asText())) {
                throw new AssertionError("Expected problem " + code + " but was: " + this);
            }
            return this;
        }

        /** As {@link #expectProblem(int, String)}, at this field. */
        public Answer expectProblem(int status, String code, String field) {
            expectProblem(status, code);
            if (!field.equals(json().path("field").asText())) {
                throw new AssertionError("Expected a problem of " + field + " but was: " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return request + " → " + status() + " " + text();
        }
    }
}
