package org.slipway.audit.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A configuration item that the release concerns, before and after.
 *
 * @param linked    since when and by whom; none of one that was unlinked
 * @param broughtBy the changes that brought it
 * @param before    the version before the release first touched it; the present one when it never did
 * @param after     the last version that the release made
 * @param now       the newest version
 * @param versions  those three and whatever lies between them by this release, with origin and content
 * @param baselines in which the release keeps a version of it, one per cycle
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemEvidence(
        String key,
        String name,
        @Nullable JsonNode linked,
        List<String> broughtBy,
        String before,
        String after,
        String now,
        List<ObjectNode> versions,
        List<ObjectNode> baselines) {

    private static final String KEY = "key";

    JsonNode version(String number) {
        return versions.stream()
                .filter(version -> version.path("number").asText().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** One item after the other, in the order of their keys, in four statements however many they are. */
    static void each(Rows rows, String release, int cycles, Consumer<ItemEvidence> to) {
        List<String> names = new ArrayList<>();
        for (int cycle = 1; cycle <= cycles; cycle++) {
            names.add(release + "/" + cycle);
        }
        Map<String, Object> parameters = Map.of("release", release, "baselines", names);
        Map<String, List<ObjectNode>> links = byKey(rows, Tables.ITEM_LINKS, parameters);
        Map<String, List<ObjectNode>> sources = byKey(rows, Tables.ITEM_SOURCES, parameters);
        Map<String, List<ObjectNode>> baselines = byKey(rows, Tables.BASELINES, parameters);
        List<ObjectNode> versions = new ArrayList<>();
        String[] present = {null};
        Runnable finish = () -> {
            String key = present[0];
            if (key != null) {
                List<ObjectNode> link = links.getOrDefault(key, List.of());
                List<String> brought = sources.getOrDefault(key, List.of()).stream()
                        .map(source -> source.path("changeNumber").asText())
                        .toList();
                to.accept(of(
                        release,
                        key,
                        link.isEmpty() ? null : link.get(0),
                        brought,
                        List.copyOf(versions),
                        baselines.getOrDefault(key, List.of())));
            }
            versions.clear();
        };
        rows.each(Tables.VERSIONS, parameters, version -> {
            String key = version.remove(KEY).asText();
            if (!key.equals(present[0])) {
                finish.run();
                present[0] = key;
            }
            versions.add(version);
        });
        finish.run();
    }

    private static ItemEvidence of(
            String release,
            String key,
            @Nullable JsonNode linked,
            List<String> broughtBy,
            List<ObjectNode> versions,
            List<ObjectNode> baselines) {
        ObjectNode now = versions.get(versions.size() - 1);
        ObjectNode before = null;
        ObjectNode after = null;
        String name = now.path("name").asText();
        for (ObjectNode version : versions) {
            version.remove("name");
            if (version.path("reference").asText().equals(release)) {
                after = version;
            } else if (after == null) {
                before = version;
            }
        }
        return new ItemEvidence(
                key,
                name,
                linked,
                broughtBy,
                number(before == null ? versions.get(0) : before),
                number(after == null ? now : after),
                number(now),
                versions,
                baselines);
    }

    private static String number(JsonNode version) {
        return version.path("number").asText();
    }

    private static Map<String, List<ObjectNode>> byKey(Rows rows, String sql, Map<String, ?> parameters) {
        Map<String, List<ObjectNode>> found = new HashMap<>();
        rows.each(
                sql,
                parameters,
                row -> found.computeIfAbsent(row.remove(KEY).asText(), key -> new ArrayList<>())
                        .add(row));
        return found;
    }
}
