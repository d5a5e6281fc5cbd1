package org.slipway.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** In which form a result is handed out. Named in either case of letters: {@code csv} is {@code CSV}. */
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
        return name().toLowerCase(Locale.ROOT);
    }

    abstract Table open(OutputStream out, TableHead head, Words words) throws IOException;

    /** Reads the form in an address in either case of letters. */
    @Component
    static class Asked implements Converter<String, ExportFormat> {

        @Override
        public ExportFormat convert(String asked) {
            return valueOf(asked.strip().toUpperCase(Locale.ROOT));
        }
    }
}
