package org.slipway.reporting.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.slipway.reporting.export.Harmless;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Slice;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** All pages of a report as one file, in UTF-8 with the mark by which spreadsheets know it. */
@Component
class CsvReport {

    static final int PAGE = 200;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST = 100_000;

    private final Journal journal;

    CsvReport(Journal journal) {
        this.journal = journal;
    }

    /** Named by the address, or else asked for in the header before JSON and whatever there is. */
    static boolean isWanted(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            return format.equals("csv");
        }
        return accept != null
                && MediaType.parseMediaTypes(accept).stream()
                        .max((one, other) -> Double.compare(one.getQualityValue(), other.getQualityValue()))
                        .filter(CSV::equalsTypeAndSubtype)
                        .isPresent();
    }

    /** Noted in the journal. Refuses with {@code report-too-long} more than a hundred thousand rows. */
    <T> ResponseEntity<byte[]> of(
            String name,
            List<String> columns,
            Function<@Nullable String, Slice<T>> pages,
            Function<T, List<String>> fields) {
        StringBuilder written = new StringBuilder("\uFEFF");
        try (CSVPrinter csv = new CSVPrinter(written, CSVFormat.RFC4180)) {
            csv.printRecord(columns);
            @Nullable String after = null;
            int rows = 0;
            do {
                Slice<T> page = pages.apply(after);
                for (T each : page.items()) {
                    csv.printRecord(
                            fields.apply(each).stream().map(Harmless::inCsv).toList());
                }
                rows += page.items().size();
                after = page.next();
                if (after != null && rows >= MOST) {
                    throw new BusinessRuleViolated("report-too-long", null, MOST);
                }
            } while (after != null);
            journal.recordApart(EntryKind.EXPORT, null, name, Map.of("format", "csv", "rows", rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(written.toString().getBytes(StandardCharsets.UTF_8));
    }
}
