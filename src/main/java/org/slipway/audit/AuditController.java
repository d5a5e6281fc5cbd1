package org.slipway.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal over HTTP, for those who may audit. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private final JournalSearch search;
    private final JournalVerification verification;
    private final ObjectMapper json;
    private final MessageSource texts;
    private final Clock clock;

    AuditController(
            JournalSearch search,
            JournalVerification verification,
            ObjectMapper json,
            MessageSource texts,
            Clock clock) {
        this.search = search;
        this.verification = verification;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param anchors  how many places of the chain were compared with what was said of them outside
     * @param unbroken whether every seal was followed to the newest one
     * @param broken   where the journal was bent, the first one first; at most a hundred
     */
    record Answer(
            boolean valid,
            Instant verifiedAt,
            long lines,
            long entries,
            long erased,
            long releases,
            long seals,
            Head head,
            long anchors,
            boolean unbroken,
            List<Broken> broken) {}

    /** @param detail what must have happened, in the reader's language */
    record Broken(
            Finding.Reason reason,
            @Nullable String release,
            @Nullable Integer sequence,
            @Nullable Long position,
            @Nullable String entry,
            String detail) {}

    @GetMapping("/verification")
    Answer verify(@RequestParam(required = false) @Nullable String release, Locale language) {
        Verification found = verification.verify(release);
        return new Answer(
                found.valid(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                found.lines(),
                found.entries(),
                found.erased(),
                found.releases(),
                found.seals(),
                found.head(),
                found.anchors(),
                found.unbroken(),
                found.findings().stream()
                        .map(finding -> broken(finding, language))
                        .toList());
    }

    /** Newest first. */
    @GetMapping("/journal")
    Slice<JournalItem> journal(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String release,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return search.find(new JournalQuestion(kind, person, release, from, to), after, limit);
    }

    /** The whole journal, one JSON object per line, as the command {@code verify} reads it. */
    @GetMapping(value = "/journal/export", produces = "application/x-ndjson")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"journal-" + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ".jsonl\"");
        Writer writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        verification.export(line -> {
            try {
                writer.write(json.writeValueAsString(line));
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }

    private Broken broken(Finding finding, Locale language) {
        return new Broken(
                finding.reason(),
                finding.release(),
                finding.sequence(),
                finding.position(),
                finding.entry(),
                texts.getMessage("finding." + finding.reason(), null, language));
    }
}
