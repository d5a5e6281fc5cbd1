package org.slipway.webapps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a question asked for, as the journal tells of it: however many questions a page asks of one process instance, it is read
 * once; of lists it matters what was looked for, not on which page.
 *
 * @param subject  such as {@code /api/configuration-items} or {@code process-instance 4f…}
 * @param release  the number of the release it was asked of, where the question names it
 * @param instance the process instance it was asked of
 * @param task     the task it was asked of
 * @param criteria what was looked for
 */
record Reading(
        String subject,
        @Nullable String release,
        @Nullable String instance,
        @Nullable String task,
        @Nullable String criteria) {

    private static final Pattern OF_RELEASE =
            Pattern.compile("/api/releases/(REL-\\d{6,12})(?:/.*)?|/releases/(REL-\\d{6,12})");
    private static final Pattern LIST = Pattern.compile("/api/audit/(?:journal|rights|overrides)|/api/rights(?:/.*)?"
            + "|/api/process-definitions/[^/]+/instances"
            + "|/api/releases|/releases|/insights|/board(?:/.*)?"
            + "|/api/(?:configuration-items|changes|media|problems|tickets|knowledge|purchases|projects)(?:/.*)?");
    private static final Pattern OF_ENGINE = Pattern.compile(
            "/(?:engine-rest(?:/engine/[^/]+)?|camunda/api/engine/engine/[^/]+|camunda/api/cockpit/plugin/base/[^/]+)"
                    + "(/(?:history|process-instance)(?:/.*)?)");
    private static final Pattern INSTANCE =
            Pattern.compile("/process-instance/([0-9a-fA-F-]{36}|[0-9A-Za-z]{20})(?:/.*)?$");
    private static final Pattern NUMBER = Pattern.compile("REL-\\d{6,12}");
    private static final Set<String> PAGING = Set.of(
            "after",
            "limit",
            "page",
            "size",
            "sort",
            "firstResult",
            "maxResults",
            "sortBy",
            "sortOrder",
            "sorting",
            "deserializeValues",
            "variableUpdates");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** None when it is nothing that an auditor's reading is noted of. */
    static Optional<Reading> ofOurs(String path, @Nullable String query) {
        Matcher release = OF_RELEASE.matcher(path);
        if (release.matches()) {
            String number = release.group(1) == null ? release.group(2) : release.group(1);
            return Optional.of(new Reading(path, number, null, null, null));
        }
        return LIST.matcher(path).matches()
                ? Optional.of(new Reading(path, null, null, null, criteria(parameters(query))))
                : Optional.empty();
    }

    /** @param body of a question that was posted */
    static Optional<Reading> ofEngine(String path, @Nullable String query, String body) {
        Matcher asked = OF_ENGINE.matcher(path);
        if (!asked.matches()) {
            return Optional.empty();
        }
        String what = asked.group(1).replaceFirst("/count$", "");
        TreeMap<String, String> criteria = parameters(query);
        criteria.putAll(fields(body));
        Matcher one = INSTANCE.matcher(what);
        String instance = one.find() ? one.group(1) : criteria.get("processInstanceId");
        if (instance != null) {
            return Optional.of(new Reading("process-instance " + instance, null, instance, null, null));
        }
        String task = criteria.get("taskId");
        if (task != null) {
            return Optional.of(new Reading("task " + task, null, null, task, null));
        }
        String key = criteria.getOrDefault("processInstanceBusinessKey", criteria.getOrDefault("businessKey", ""));
        String release = NUMBER.matcher(key).matches() ? key : null;
        return Optional.of(new Reading(what, release, null, null, criteria(criteria)));
    }

    Reading of(@Nullable String knownInstance, @Nullable String knownRelease) {
        return new Reading(
                knownInstance == null ? subject : "process-instance " + knownInstance,
                knownRelease == null ? release : knownRelease,
                knownInstance,
                task,
                criteria);
    }

    private static TreeMap<String, String> parameters(@Nullable String query) {
        TreeMap<String, String> found = new TreeMap<>();
        MultiValueMap<String, String> given =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        given.forEach((name, values) -> found.put(name, String.join(",", values)));
        return found;
    }

    private static TreeMap<String, String> fields(String body) {
        TreeMap<String, String> found = new TreeMap<>();
        try {
            JsonNode asked = JSON.readTree(body);
            asked.properties()
                    .forEach(field -> found.put(
                            field.getKey(),
                            field.getValue().isTextual()
                                    ? field.getValue().textValue()
                                    : field.getValue().toString()));
        } catch (JsonProcessingException e) {
            // The engine has refused it.
        }
        return found;
    }

    private static @Nullable String criteria(TreeMap<String, String> all) {
        all.keySet().removeAll(PAGING);
        all.values().removeIf(value -> value == null || value.isEmpty() || value.equals("null"));
        StringBuilder written = new StringBuilder();
        all.forEach((name, value) -> written.append(written.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(value));
        return written.isEmpty() ? null : written.toString();
    }
}
