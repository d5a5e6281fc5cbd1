package org.slipway.webapps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns templates into addresses of what really is there: what stands for a variable is taken from the list in front of
 * it, {@code /api/portfolios} for {@code /api/portfolios/{key}}.
 */
final class Addresses {

    private static final String NOBODY = "unknown";
    private static final List<String> NAMES = List.of("id", "key", "number", "code", "name", "date");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> known;
    private final Function<String, String> read;
    private final Map<String, JsonNode> lists = new HashMap<>();

    /**
     * @param known what stands for some variables, by their name or by the list in front of them
     * @param read  the answer at an address
     */
    Addresses(Map<String, String> known, Function<String, String> read) {
        this.known = known;
        this.read = read;
    }

    String of(String template) {
        StringBuilder path = new StringBuilder();
        for (String segment : template.substring(1).split("/")) {
            String list = path.toString();
            path.append('/').append(segment.startsWith("{") ? value(segment, list) : segment);
        }
        return path.toString();
    }

    private String value(String segment, String list) {
        String variable = segment.replaceAll("[{}*]|:.*", "");
        String told = known.getOrDefault(list, known.get(variable));
        if (told != null) {
            return told;
        }
        JsonNode first = lists.computeIfAbsent(list, this::first);
        String id = first.path(variable).asText(first.asText());
        for (String name : NAMES) {
            id = id.isEmpty() ? first.path(name).asText() : id;
        }
        return id.matches("[\\w.:-]+") ? id : NOBODY;
    }

    private JsonNode first(String list) {
        try {
            JsonNode answer = JSON.readTree(read.apply(list));
            return answer.isArray() ? answer.path(0) : answer.path("items").path(0);
        } catch (JsonProcessingException noList) {
            return JSON.createObjectNode();
        }
    }
}
