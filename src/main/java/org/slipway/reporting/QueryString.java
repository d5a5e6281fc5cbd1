package org.slipway.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A flat object as request parameters. */
final class QueryString {

    private QueryString() {}

    /** Values of an array become parameters of the same name. */
    static String of(ObjectNode object) {
        List<String> parameters = new ArrayList<>();
        object.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                field.getValue().forEach(value -> parameters.add(parameter(field.getKey(), value)));
            } else if (!field.getValue().isNull()) {
                parameters.add(parameter(field.getKey(), field.getValue()));
            }
        });
        return String.join("&", parameters);
    }

    private static String parameter(String name, JsonNode value) {
        return name + "=" + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
    }
}
