package org.slipway.reporting.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.LongConsumer;
import org.slipway.access.CurrentUser;
import org.slipway.access.Directory;
import org.slipway.access.People;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.slipway.portfolio.RegistryNames;
import org.slipway.reporting.ReleaseSearch;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes what a search finds into a file, row by row as the database hands them over (src/docs/domain.md, Exports). Into a
 * file and not to the reader, because a slow reader would keep a connection and what goes wrong half-way could not be told.
 */
@Component
class ReleaseExport {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private final ReleaseSearch search;
    private final CurrentUser currentUser;
    private final People people;
    private final Directory directory;
    private final RegistryNames registries;
    private final MessageSource texts;
    private final ObjectMapper json;
    private final Journal journal;
    private final Clock clock;

    ReleaseExport(
            ReleaseSearch search,
            CurrentUser currentUser,
            People people,
            Directory directory,
            RegistryNames registries,
            MessageSource texts,
            ObjectMapper json,
            Journal journal,
            Clock clock) {
        this.search = search;
        this.currentUser = currentUser;
        this.people = people;
        this.directory = directory;
        this.registries = registries;
        this.texts = texts;
        this.json = json;
        this.journal = journal;
        this.clock = clock;
    }

    String fileName(ExportFormat format) {
        return "releases-" + NAME.format(clock.instant()) + "." + format.extension();
    }

    /**
     * Refuses with {@code export-too-long} more rows than the format or the caller allows.
     *
     * @param written is told how many there are, row by row
     */
    void write(ExportRequest wanted, Path file, long most, LongConsumer written) throws IOException {
        long limit = Math.min(most, wanted.format().most());
        Words words = new Words(texts, new Names(directory, registries), wanted.language(), wanted.zone());
        long[] rows = new long[1];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                Table table = wanted.format().open(out, head(wanted, words), words)) {
            search.each(
                    wanted.question().anyPage(),
                    wanted.descriptions(),
                    limit == Long.MAX_VALUE ? limit : limit + 1,
                    row -> {
                        if (++rows[0] > limit) {
                            throw new BusinessRuleViolated("export-too-long", null, limit);
                        }
                        try {
                            table.add(row);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        written.accept(rows[0]);
                    });
            table.finish(rows[0]);
            journal.record(
                    EntryKind.EXPORT,
                    null,
                    "releases",
                    Map.of("format", wanted.format(), "rows", rows[0], "filters", filters(wanted)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private JsonNode filters(ExportRequest wanted) {
        ObjectNode filters = json.valueToTree(wanted.question().anyPage());
        filters.properties().removeIf(filter -> filter.getValue().isNull());
        return filters;
    }

    private TableHead head(ExportRequest wanted, Words words) {
        String me = currentUser.id();
        Instant now = clock.instant();
        return new TableHead(
                words.text("title"),
                words.filters(wanted.question(), json),
                people.find(me).map(person -> person.name() + " (" + me + ")").orElse(me),
                words.timeAndZone(now),
                wanted.descriptions());
    }
}
