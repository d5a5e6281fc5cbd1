package org.slipway.cmdb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** What is known of an item besides may be a text, a number or a truth value, and is kept as it is written. */
final class AnyScalar extends StdDeserializer<String> {

    private static final long serialVersionUID = 1;

    AnyScalar() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return json.currentToken().isScalarValue()
                ? json.getText()
                : (String) context.handleUnexpectedToken(String.class, json);
    }
}
