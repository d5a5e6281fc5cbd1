package org.slipway.reporting.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.slipway.reporting.ReleaseRow;

/** In UTF-8, with the mark by which spreadsheets know it. */
final class CsvTable implements Table {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CSVPrinter csv;
    private final List<TableColumn> columns;
    private final Words words;

    CsvTable(OutputStream out, TableHead head, Words words) throws IOException {
        this.csv = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        this.columns = head.columns();
        this.words = words;
        csv.printRecord("\uFEFF" + head.title());
        for (TableHead.Line filter : head.filters()) {
            csv.printRecord(Harmless.inCsv(filter.label()), Harmless.inCsv(filter.value()));
        }
        csv.printRecord(words.text("printedBy"), Harmless.inCsv(head.printedBy()));
        csv.printRecord(words.text("printedAt"), head.printedAt());
        csv.println();
        csv.printRecord(columns.stream()
                .map(column -> words.text("column." + column.key()))
                .toList());
    }

    @Override
    public void add(ReleaseRow row) throws IOException {
        for (TableColumn column : columns) {
            csv.print(text(column.value(row, words)));
        }
        csv.println();
    }

    private @Nullable Object text(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return TIME.format(words.local(moment));
        }
        return value instanceof String text ? Harmless.inCsv(text) : value;
    }

    @Override
    public void finish(long rows) throws IOException {
        csv.println();
        csv.printRecord(rows == 0 ? words.text("none") : words.text("records", rows));
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
