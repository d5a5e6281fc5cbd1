package org.slipway.cmdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.slipway.shared.Malformed;
import org.springframework.stereotype.Component;

/** Lays JSON over the state of a configuration item (RFC 7396): what it does not name stays, null takes away. */
@Component
class StatePatch {

    private static final String OTHER_NAME_OF_CLASS = "itemClass";

    private final ObjectMapper json;

    StatePatch(ObjectMapper json) {
        this.json = json;
    }

    ItemState apply(JsonNode patch, ItemState state) {
        ObjectNode merged = json.valueToTree(state);
        merge(merged, patch);
        try {
            return json.treeToValue(merged, ItemState.class);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream()
                    .map(reference -> String.valueOf(reference.getFieldName()))
                    .collect(Collectors.joining("."));
            throw new Malformed("value-malformed", field.isEmpty() ? null : field);
        } catch (JsonProcessingException e) {
            throw new Malformed("value-malformed", null);
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
