package org.slipway.cmdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Lays JSON over the state of a configuration item (RFC 7396): what it does not name stays, null takes away. */
@Component
class StatePatch {

    private static final String OTHER_NAME_OF_CLASS = "itemClass";

    private final ObjectMapper json;

    StatePatch(ObjectMapper json) {
        this.json = json;
    }

    /** Fails with what Jackson says of a value that does not fit, as for any other body. */
    ItemState apply(JsonNode patch, ItemState state) {
        ObjectNode merged = json.valueToTree(state);
        merge(merged, patch);
        try {
            return json.treeToValue(merged, ItemState.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(property -> {
            String name = property.getKey().equals(OTHER_NAME_OF_CLASS) ? "class" : property.getKey();
            JsonNode value = property.getValue();
            if (value.isNull()) {
                into.remove(name);
            } else if (value.isObject() && into.get(name) instanceof ObjectNode object) {
                merge(object, value);
            } else {
                into.set(name, value);
            }
        });
    }
}
