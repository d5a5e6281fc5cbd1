package org.slipway.cmdb;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;

/** How states are kept in the database. A mapper of its own, so that no setting of the web changes what is stored. */
final class StateJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private StateJson() {}

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Converter
    @Immutable
    static class OfState implements AttributeConverter<ItemState, String> {

        @Override
        public String convertToDatabaseColumn(ItemState state) {
            return write(state);
        }

        @Override
        public ItemState convertToEntityAttribute(String json) {
            return read(json, ItemState.class);
        }
    }

    @Converter
    @Immutable
    static class OfAttributes implements AttributeConverter<Map<String, String>, String> {

        @Override
        public String convertToDatabaseColumn(Map<String, String> attributes) {
            return write(attributes);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Map<String, String> convertToEntityAttribute(String json) {
            return read(json, TreeMap.class);
        }
    }
}
