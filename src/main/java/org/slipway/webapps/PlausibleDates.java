package org.slipway.webapps;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JsonComponent;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/**
 * Times and days are those of four-digit years, wherever the API reads one: others fit into no column and no calendar. They are
 * texts: a number would be taken for seconds, or days, that nobody has meant. Refused like what is no time at all, naming the field.
 */
@JsonComponent
class PlausibleDates {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private PlausibleDates() {}

    /** A moment in what is sent. */
    static class Moments extends JsonDeserializer<Instant> {

        @Override
        public @Nullable Instant deserialize(JsonParser sent, DeserializationContext context) throws IOException {
            requireText(Instant.class, sent, context);
            Instant moment = InstantDeserializer.INSTANT.deserialize(sent, context);
            return moment == null || isPlausible(moment)
                    ? moment
                    : (Instant) context.handleWeirdStringValue(Instant.class, moment.toString(), "out of range");
        }
    }

    /** A day in what is sent. */
    static class Days extends JsonDeserializer<LocalDate> {

        @Override
        public @Nullable LocalDate deserialize(JsonParser sent, DeserializationContext context) throws IOException {
            requireText(LocalDate.class, sent, context);
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(sent, context);
            return day == null || isPlausible(day)
                    ? day
                    : (LocalDate) context.handleWeirdStringValue(LocalDate.class, day.toString(), "out of range");
        }
    }

    /** A moment among the parameters of a question. */
    @Component
    static class AskedMoments implements Converter<String, Instant> {

        @Override
        public @Nullable Instant convert(String asked) {
            if (asked.isBlank()) {
                return null;
            }
            Instant moment = DateTimeFormatter.ISO_DATE_TIME.parse(asked.strip(), Instant::from);
            if (!isPlausible(moment)) {
                throw new IllegalArgumentException("Out of range: " + moment);
            }
            return moment;
        }
    }

    /** A day among the parameters of a question. */
    @Component
    static class AskedDays implements Converter<String, LocalDate> {

        @Override
        public @Nullable LocalDate convert(String asked) {
            if (asked.isBlank()) {
                return null;
            }
            LocalDate day = LocalDate.parse(asked.strip());
            if (!isPlausible(day)) {
                throw new IllegalArgumentException("Out of range: " + day);
            }
            return day;
        }
    }

    private static void requireText(Class<?> wanted, JsonParser sent, DeserializationContext context)
            throws IOException {
        JsonToken token = sent.currentToken();
        if (token.isNumeric() || token.isStructStart()) {
            throw context.weirdStringException(sent.getText(), wanted, "not a text");
        }
    }

    private static boolean isPlausible(Instant moment) {
        return !moment.isBefore(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC))
                && moment.isBefore(LAST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static boolean isPlausible(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
