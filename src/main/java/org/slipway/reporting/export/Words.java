package org.slipway.reporting.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slipway.release.ReleaseStatus;
import org.slipway.reporting.ReleaseQuestion;
import org.springframework.context.MessageSource;

/** Texts, names and times for one reader: his language and his time zone. */
final class Words {

    /** Told by {@code export.<name>.<value>}. */
    private static final Set<String> NAMED = Set.of("status", "situation", "phase", "open");

    /** Whose values are people or groups. */
    private static final Set<String> PEOPLE = Set.of("requester", "registrar", "responsible", "follower", "assigned");

    /** Whose values are keys of what a registry names. */
    private static final Set<String> KEPT = Set.of("contract", "unit", "location", "model", "portfolio");

    private static final Set<String> GROUPS = Set.of("executorGroup", "approverGroup");

    private final MessageSource texts;
    private final Names names;
    private final Locale language;
    private final ZoneId zone;
    private final DateTimeFormatter local;
    private final String[] statuses;

    Words(MessageSource texts, Names names, Locale language, ZoneId zone) {
        this.texts = texts;
        this.names = names;
        this.language = language;
        this.zone = zone;
        this.local = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT)
                .withLocale(language);
        this.statuses = new String[ReleaseStatus.values().length];
        for (ReleaseStatus status : ReleaseStatus.values()) {
            statuses[status.ordinal()] = text("status." + status);
        }
    }

    String text(String key, Object... arguments) {
        return texts.getMessage("export." + key, arguments, language);
    }

    String status(ReleaseStatus status) {
        return statuses[status.ordinal()];
    }

    String person(String id) {
        return names.person(id);
    }

    String contract(String key) {
        return names.of("contract", key);
    }

    String group(String id) {
        return names.group(id);
    }

    LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    String time(Instant moment) {
        return local.format(local(moment));
    }

    /** With the time zone, which every table says once. */
    String timeAndZone(Instant moment) {
        return time(moment) + " (" + zone.getId() + ")";
    }

    /** What narrows a search, in words. */
    List<TableHead.Line> filters(ReleaseQuestion question, ObjectMapper json) {
        List<TableHead.Line> lines = new ArrayList<>();
        json.valueToTree(question.anyPage()).properties().forEach(field -> {
            List<String> values = new ArrayList<>();
            if (field.getValue().isArray()) {
                field.getValue().forEach(value -> values.add(value(field.getKey(), value)));
            } else if (!field.getValue().isNull()) {
                values.add(value(field.getKey(), field.getValue()));
            }
            if (!values.isEmpty()) {
                lines.add(new TableHead.Line(text("filter." + field.getKey()), String.join(", ", values)));
            }
        });
        return lines;
    }

    private String value(String field, JsonNode value) {
        if (NAMED.contains(field)) {
            return text(field + "." + value.asText());
        }
        if (PEOPLE.contains(field)) {
            return person(value.asText());
        }
        if (KEPT.contains(field)) {
            return names.of(field, value.asText());
        }
        if (GROUPS.contains(field)) {
            return group(value.asText());
        }
        if (field.endsWith("From") || field.endsWith("To")) {
            try {
                return time(Instant.parse(value.asText()));
            } catch (DateTimeException e) {
                return value.asText();
            }
        }
        return value.asText();
    }
}
