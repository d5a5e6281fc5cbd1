package org.slipway.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider that speaks HTTP and signs what it says: discovery, authorization code with PKCE, user information,
 * logout. Whoever comes is logged in there already, as the person that the test names.
 */
public final class IdentityProvider {

    public static final String CLIENT = "slipway";
    public static final String SECRET = "known to both";

    private final HttpServer server;
    private final String issuer;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> tokens = new ConcurrentHashMap<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile @Nullable String wrongNonce;
    private volatile boolean away;

    public IdentityProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> json(exchange, away ? 503 : 200, away ? Map.of() : metadata()));
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key).toJSONObject(true)));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/me", this::userInfo);
        server.start();
    }

    public String issuer() {
        return issuer;
    }

    /** Who is logged in at the provider from now on, by the claims that it makes about him. */
    public void is(Map<String, Object> claims) {
        person = Map.copyOf(claims);
        wrongNonce = null;
    }

    /** Answers with the nonce of another login, as somebody does who plays an answer again. */
    public void replaysAnotherLogin() {
        wrongNonce = "of another login";
    }

    /** Whether it fails to say even where it can be asked. */
    public void isAway(boolean nobodyAnswers) {
        away = nobodyAnswers;
    }

    public void stop() {
        server.stop(0);
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer,
                "authorization_endpoint", issuer + "/authorize",
                "token_endpoint", issuer + "/token",
                "userinfo_endpoint", issuer + "/me",
                "end_session_endpoint", issuer + "/logout",
                "jwks_uri", issuer + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(query.get("client_id"))
                || !"code".equals(query.get("response_type"))
                || !"S256".equals(query.get("code_challenge_method"))) {
            json(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        String back = query.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(Objects.requireNonNull(query.get("state")), UTF_8);
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> granted = codes.remove(asked.getOrDefault("code", ""));
        String client = Base64.getEncoder()
                .encodeToString(
                        (URLEncoder.encode(CLIENT, UTF_8) + ":" + URLEncoder.encode(SECRET, UTF_8)).getBytes(UTF_8));
        if (!("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, Map.of("error", "invalid_client"));
        } else if (granted == null
                || !Objects.equals(granted.get("redirect_uri"), asked.get("redirect_uri"))
                || !Objects.equals(granted.get("code_challenge"), challenge(asked.getOrDefault("code_verifier", "")))) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            String access = UUID.randomUUID().toString();
            tokens.put(access, person);
            json(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            access,
                            "token_type",
                            "Bearer",
                            "expires_in",
                            60,
                            "scope",
                            Objects.requireNonNull(granted.get("scope")),
                            "id_token",
                            idToken(Objects.requireNonNull(granted.get("nonce")))));
        }
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        String bearer = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        Map<String, Object> known = tokens.get(bearer.replace("Bearer ", ""));
        json(exchange, known == null ? 401 : 200, known == null ? Map.of() : known);
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        person.forEach(claims::claim);
        String other = wrongNonce;
        claims.issuer(issuer)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", other == null ? nonce : other);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(@Nullable String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String field : Objects.requireNonNullElse(encoded, "").split("&")) {
            String[] pair = field.split("=", 2);
            fields.put(URLDecoder.decode(pair[0], UTF_8), pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8));
        }
        return fields;
    }

    private static void json(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = JsonMapper.builder().build().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
