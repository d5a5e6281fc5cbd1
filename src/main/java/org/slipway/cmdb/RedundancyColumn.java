package org.slipway.cmdb;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.graph.RedundancyText;

/** Redundancy as one line of text; none is no text. */
@Converter
@Immutable
class RedundancyColumn implements AttributeConverter<Map<String, Redundancy>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, Redundancy> redundancy) {
        return redundancy == null || redundancy.isEmpty() ? null : RedundancyText.write(redundancy);
    }

    @Override
    public Map<String, Redundancy> convertToEntityAttribute(@Nullable String text) {
        return text == null ? Map.of() : RedundancyText.parse(text);
    }
}
