package org.slipway.audit.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slipway.audit.pack.Evidence.Known;

/** What a person reads of operators' hands in the running process, and of what went wrong in it. */
final class PaperInterventions {

    private PaperInterventions() {}

    static void write(Rows rows, Known known, Sheets sheets, PackWords words) {
        Map<String, String> release = Map.of("release", known.release().number());
        sheets.heading(words.text("interventions"));
        sheets.table(
                new float[] {2.2f, 2.5f, 3, 6},
                words.text("when"),
                words.text("who"),
                words.text("what"),
                words.text("text"));
        rows.each(
                Tables.OPERATIONS,
                release,
                row -> sheets.row(
                        words.time(Instant.parse(row.path("at").asText())),
                        known.name(row.path("person").asText()),
                        row.path("subject").asText(),
                        change(row.path("detail"))));
        sheets.endTable(words.text("none"));
        sheets.heading(words.text("incidents"));
        sheets.table(
                new float[] {2.2f, 2.2f, 3, 6},
                words.text("when"),
                words.text("ended"),
                words.text("what"),
                words.text("text"));
        known.process()
                .incidents()
                .forEach(incident -> sheets.row(
                        words.time(incident.createdAt()),
                        words.time(incident.endedAt()),
                        joined(" · ", incident.type(), Objects.requireNonNullElse(incident.activity(), "")),
                        joined(
                                " · ",
                                Objects.requireNonNullElse(incident.message(), ""),
                                Objects.requireNonNullElse(incident.annotation(), ""))));
        sheets.endTable(words.text("none"));
    }

    private static String change(JsonNode detail) {
        String values = detail.has("before") || detail.has("after")
                ? detail.path("before").asText() + " → " + detail.path("after").asText()
                : "";
        return joined(
                ": ",
                detail.path("property").asText(),
                joined(" · ", values, detail.path("reason").asText()));
    }

    private static String joined(String by, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(by));
    }
}
