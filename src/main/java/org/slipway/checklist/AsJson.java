package org.slipway.checklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked and what is answered is kept as it is exchanged; nobody looks for a single answer. */
final class AsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AsJson() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Converter
    static class Definitions implements AttributeConverter<Definition, String> {

        @Override
        public String convertToDatabaseColumn(Definition definition) {
            return write(definition);
        }

        @Override
        public Definition convertToEntityAttribute(String json) {
            return read(json, new TypeReference<>() {});
        }
    }

    @Converter
    static class Answers implements AttributeConverter<Map<String, Object>, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Map<String, Object> answers) {
            return answers == null ? null : write(answers);
        }

        @Override
        public @Nullable Map<String, Object> convertToEntityAttribute(@Nullable String json) {
            return json == null ? null : read(json, new TypeReference<>() {});
        }
    }
}
