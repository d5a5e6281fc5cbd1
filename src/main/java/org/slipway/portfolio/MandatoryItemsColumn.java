package org.slipway.portfolio;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Mandatory items in their order, separated by commas. */
@Converter
@Immutable
class MandatoryItemsColumn implements AttributeConverter<Set<MandatoryItem>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable Set<MandatoryItem> items) {
        return items == null ? "" : items.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<MandatoryItem> convertToEntityAttribute(@Nullable String text) {
        return text == null || text.isEmpty()
                ? EnumSet.noneOf(MandatoryItem.class)
                : Arrays.stream(text.split(","))
                        .map(MandatoryItem::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MandatoryItem.class)));
    }
}
