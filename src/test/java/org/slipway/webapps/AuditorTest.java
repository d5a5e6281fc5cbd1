package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slipway.access.OpenToAuditors;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An auditor reads everything of ours and changes nothing. A page or a call that comes later is tried here by itself. */
@SlipwayTest
class AuditorTest {

    /** What is no GET and changes nothing that others see, and why. */
    private static final Map<String, String> HIS_OWN = Map.ofEntries(
            Map.entry("POST /api/exports", "reads; the file is his"),
            Map.entry("POST /api/audit/exports", "notes what he takes along"),
            Map.entry("DELETE /api/exports/{id}", "his file"),
            Map.entry("POST /api/searches", "his search; sharing it is refused"),
            Map.entry("DELETE /api/searches/{id}", "his search; another's is refused"),
            Map.entry("PUT /api/preferences/{name}", "his columns"),
            Map.entry("DELETE /api/preferences/{name}", "his columns"),
            Map.entry("POST /api/releases/{number}/followers", "his own page; adding others needs DELEGATE"),
            Map.entry("DELETE /api/releases/{number}/followers/{person}", "his own page; others need DELEGATE"),
            Map.entry("POST /api/configuration-items/impact", "asks what would be reached; too long for an address"),
            Map.entry("POST /api/media/{key}/verification", "compares a file with what was homologated"));

    /** @param consumes the kind of body it takes */
    private record Call(String method, String path, MediaType consumes, boolean open) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean reads() {
            return method.equals("GET");
        }
    }

    private final SlipwayClient slipway;
    private final SlipwayClient auditor;
    private final RequestMappingHandlerMapping routes;
    private final JdbcClient jdbc;

    AuditorTest(SlipwayClient slipway, RequestMappingHandlerMapping requestMappingHandlerMapping, JdbcClient jdbc) {
        this.slipway = slipway;
        this.auditor = slipway.as("auditor");
        this.routes = requestMappingHandlerMapping;
        this.jdbc = jdbc;
    }

    /** With one of almost everything that a release can have. */
    private ReleaseStory release() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        String item = "audited-" + UUID.randomUUID();
        slipway.as("operator")
                .post("/api/configuration-items", Map.of("key", item, "name", item))
                .expect(201);
        registration.put("configurationItems", List.of(item));
        return ReleaseStory.registered(slipway, registration);
    }

    @Test
    void readsEveryPageAndEveryRecord() {
        Addresses addresses = addresses(release());
        Map<Integer, Set<String>> answers = new TreeMap<>();
        calls().filter(Call::reads).forEach(call -> {
            String path = addresses.of(call.path());
            answers.computeIfAbsent(auditor.get(path).status(), status -> new TreeSet<>())
                    .add(path);
        });
        // 302: who may not edit a record is shown it. 400, 404: a parameter is needed, or there is none yet.
        assertThat(Set.of(200, 302, 400, 404)).as("%s", answers).containsAll(answers.keySet());
        assertThat(answers.get(200)).as("%s", answers).hasSizeGreaterThan(80);
        assertThat(auditor.get("/actuator/prometheus").status()).isNotIn(401, 403);
    }

    @Test
    void changesNothing() {
        Addresses addresses = addresses(release());
        List<Call> writing = calls().filter(call -> !call.reads()).toList();
        assertThat(writing.stream().filter(Call::open).map(Call::toString).distinct())
                .containsExactlyInAnyOrderElementsOf(HIS_OWN.keySet());

        Map<String, String> before = EverythingKept.in(jdbc);
        for (Call call : writing) {
            if (!call.open()) {
                send(call, addresses.of(call.path())).expectProblem(403, "auditor-reads-only");
            }
        }
        assertThat(EverythingKept.in(jdbc)).isEqualTo(before);
    }

    @Test
    void keepsWhatIsHisOwnAndSharesNothing() {
        ReleaseStory release = release();
        String followers = release.path() + "/followers";
        Map<String, String> before = EverythingKept.in(jdbc);
        auditor.post("/api/searches", search(release, false)).expect(201);
        auditor.post(followers).expect(200);
        assertThat(EverythingKept.in(jdbc)).isNotEqualTo(before);
        auditor.delete(followers + "/auditor").expect(200);
        auditor.get("/api/searches?limit=200").json().path("items").forEach(search -> {
            if (search.path("name").asText().equals(release.number())) {
                auditor.delete("/api/searches/" + search.path("id").asText()).expect(204);
            }
        });

        auditor.post("/api/searches", search(release, true)).expectProblem(403, "auditor-reads-only");
        auditor.post(followers, Map.of("person", "operator")).expectProblem(403, "operation-not-allowed");
        auditor.delete(followers + "/operator").expectProblem(403, "operation-not-allowed");
        assertThat(EverythingKept.in(jdbc)).isEqualTo(before);
    }

    private static Map<String, Object> search(ReleaseStory release, boolean shared) {
        return Map.of("name", release.number(), "question", Map.of(), "shared", shared);
    }

    private Addresses addresses(ReleaseStory release) {
        String number = release.number();
        Map<String, String> known = Map.of(
                "release",
                number,
                "/api/releases",
                number,
                "/releases",
                number,
                "/calendar/releases",
                number,
                "/api/releases/" + number + "/flow/models",
                "release-planning",
                "/api/tasks",
                release.task("planRelease"),
                "/administration",
                "rights",
                "kind",
                "problems",
                "person",
                "auditor");
        return new Addresses(known, path -> auditor.get(path).text());
    }

    private SlipwayClient.Answer send(Call call, String path) {
        SlipwayClient client = auditor.with("Content-Type", call.consumes().toString());
        String body = call.consumes().getType().equals("multipart")
                ? "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\na\r\n--x--\r\n"
                : "{}";
        return switch (call.method()) {
            case "POST" -> client.post(path, body);
            case "PUT" -> client.put(path, body);
            case "PATCH" -> client.patch(path, body);
            default -> client.delete(path);
        };
    }

    private Stream<Call> calls() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> !route.getKey().getPatternValues().contains("/error"))
                .flatMap(route -> calls(route.getKey(), route.getValue()));
    }

    private static Stream<Call> calls(RequestMappingInfo route, HandlerMethod handler) {
        MediaType consumes = route.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
        MediaType type = consumes.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)
                ? new MediaType(consumes, Map.of("boundary", "x"))
                : consumes;
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods)
                .stream()
                        .filter(method ->
                                Set.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(method.name()))
                        .flatMap(method -> route.getPatternValues().stream()
                                .map(path -> new Call(
                                        method.name(), path, type, handler.hasMethodAnnotation(OpenToAuditors.class))));
    }
}
