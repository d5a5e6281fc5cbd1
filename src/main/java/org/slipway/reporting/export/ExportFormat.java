package org.slipway.reporting.export;

import java.io.IOException;
import java.io.OutputStream;

/** In which form a result is handed out. */
enum ExportFormat {
    CSV("text/csv;charset=UTF-8", Long.MAX_VALUE) {
        @Override
        Table open(OutputStream out, TableHead head, Words words) throws IOException {
            return new CsvTable(out, head, words);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Long.MAX_VALUE) {
        @Override
        Table open(OutputStream out, TableHead head, Words words) {
            return new XlsxTable(out, head, words);
        }
    },
    /** For paper; nobody prints thousands of pages. */
    PDF("application/pdf", 100_000) {
        @Override
        Table open(OutputStream out, TableHead head, Words words) throws IOException {
            return new PdfTable(out, head, words);
        }
    };

    private final String contentType;
    private final long most;

    ExportFormat(String contentType, long most) {
        this.contentType = contentType;
        this.most = most;
    }

    String contentType() {
        return contentType;
    }

    /** How many releases it can hold. */
    long most() {
        return most;
    }

    String extension() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    abstract Table open(OutputStream out, TableHead head, Words words) throws IOException;
}
