package org.slipway.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a text that shall be taken away ({@code null}: empty) from one of which nothing is said (absent: none). */
class Taken extends JsonDeserializer<Optional<String>> {

    @Override
    public Optional<String> deserialize(JsonParser sent, DeserializationContext context) throws IOException {
        return Optional.ofNullable(context.readValue(sent, String.class)).filter(text -> !text.isBlank());
    }

    @Override
    public Optional<String> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
