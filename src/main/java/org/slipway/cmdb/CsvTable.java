package org.slipway.cmdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@link CsvSource}, read one after the other so that the size of a file does not matter. Header names are
 * taken in any case; a comma or a semicolon separates, as the header shows. What cannot be read goes to the
 * {@link ImportProblems}.
 */
public final class CsvTable implements Closeable {

    private static final int MOST_ROWS = 1_000_000;
    static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final int MOST_BYTES_OF_A_ROW = 1024 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final Bounded bounds;
    private final ImportProblems problems;
    private final @Nullable CSVParser parser;
    private final @Nullable Iterator<CSVRecord> records;
    private final List<String> header;
    private int rows;

    private CsvTable(
            String file,
            Bounded bounds,
            ImportProblems problems,
            @Nullable CSVParser parser,
            @Nullable Iterator<CSVRecord> records,
            List<String> header) {
        this.file = file;
        this.bounds = bounds;
        this.problems = problems;
        this.parser = parser;
        this.records = records;
        this.header = header;
    }

    /** Reads the header. */
    public static CsvTable open(CsvSource source, ImportProblems problems) throws IOException {
        Bounded bounds = new Bounded(source.content().open());
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                bounds,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        CSVParser parser = null;
        try {
            parser = CSVParser.builder()
                    .setReader(reader)
                    .setFormat(format(separator(reader)))
                    .get();
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.hasNext() ? header(records.next()) : List.of();
            if (new HashSet<>(header).size() < header.size()) {
                problems.add(source.name(), 1, null, "csv-column-twice");
                header = List.of();
            }
            return new CsvTable(source.name(), bounds, problems, parser, records, header);
        } catch (CharacterCodingException | TooBig | RowTooLong e) {
            problems.add(source.name(), 1, null, problemOf(e));
        } catch (UncheckedIOException e) {
            problems.add(source.name(), 1, null, problemOf(e.getCause()));
        }
        reader.close();
        return new CsvTable(source.name(), bounds, problems, parser, null, List.of());
    }

    /** The names of the columns, in lower case. */
    public List<String> header() {
        return header;
    }

    public String file() {
        return file;
    }

    /** At most so many of the rows that follow; empty at the end of the file. */
    public List<Row> next(int most) {
        List<Row> next = new ArrayList<>();
        while (next.size() < most && records != null && parser != null) {
            try {
                if (!records.hasNext()) {
                    break;
                }
                CSVRecord record = records.next();
                bounds.nextRow();
                int line = (int) parser.getCurrentLineNumber();
                if (++rows > MOST_ROWS) {
                    problems.add(file, line, null, "csv-too-long", MOST_ROWS);
                    break;
                }
                if (record.size() != header.size()) {
                    problems.add(file, line, null, "csv-cells", header.size(), record.size());
                    continue;
                }
                Row row = new Row(line, cells(record));
                refuseFormulas(row);
                next.add(row);
            } catch (UncheckedIOException e) {
                problems.add(file, (int) parser.getCurrentLineNumber(), null, problemOf(e.getCause()));
                break;
            }
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        if (parser != null) {
            parser.close();
        }
    }

    private Map<String, String> cells(CSVRecord record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.get(i).strip());
        }
        return cells;
    }

    private void refuseFormulas(Row row) {
        row.cells().forEach((column, cell) -> {
            if (Formula.is(cell)) {
                problems.add(file, row.line(), column, "import-formula", Formula.beginning(cell));
            }
        });
    }

    private static List<String> header(CSVRecord record) {
        return record.stream()
                .map(name -> name.replace(String.valueOf(BYTE_ORDER_MARK), "")
                        .strip()
                        .toLowerCase(Locale.ROOT))
                .toList();
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
    }

    /** What separates the names in the first line; a look at its beginning is enough. */
    private static char separator(BufferedReader reader) throws IOException {
        char[] beginning = new char[4096];
        reader.mark(beginning.length);
        int length = Math.max(0, reader.read(beginning));
        reader.reset();
        String line = new String(beginning, 0, length).lines().findFirst().orElse("");
        return line.indexOf(';') >= 0 && line.indexOf(',') < 0 ? ';' : ',';
    }

    private static String problemOf(@Nullable IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return "csv-not-utf8";
        }
        if (cause instanceof TooBig) {
            return "csv-too-big";
        }
        if (cause instanceof RowTooLong) {
            return "csv-row-too-long";
        }
        if (cause instanceof CSVException) {
            return "csv-malformed";
        }
        throw new UncheckedIOException(cause == null ? new IOException("Reading failed") : cause);
    }

    /** Stops a sender who never comes to an end. */
    private static final class Bounded extends FilterInputStream {

        private long left = MOST_BYTES;
        private long leftOfRow = MOST_BYTES_OF_A_ROW;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            return counted(read, read);
        }

        void nextRow() {
            leftOfRow = MOST_BYTES_OF_A_ROW;
        }

        private int counted(int result, int read) throws IOException {
            left -= Math.max(0, result < 0 ? 0 : read);
            leftOfRow -= Math.max(0, result < 0 ? 0 : read);
            if (leftOfRow < 0) {
                throw new RowTooLong();
            }
            if (left < 0) {
                throw new TooBig();
            }
            return result;
        }
    }

    private static final class TooBig extends IOException {}

    private static final class RowTooLong extends IOException {}

    /**
     * One row of a table.
     *
     * @param line at which it ends in the file, from 1
     */
    public record Row(int line, Map<String, String> cells) {

        /** The constant that a cell names, in any case and with anything between its words; none for an empty one. */
        public <E extends Enum<E>> @Nullable E constant(
                String column, Class<E> type, String file, ImportProblems problems) {
            String cell = cells.get(column.toLowerCase(Locale.ROOT));
            if (cell == null || cell.isEmpty()) {
                return null;
            }
            Optional<E> constant = named(type, cell);
            if (constant.isEmpty()) {
                problems.add(file, line, column, "value-unknown", cell, List.of(type.getEnumConstants()));
            }
            return constant.orElse(null);
        }

        static <E extends Enum<E>> Optional<E> named(Class<E> type, String cell) {
            String name = cell.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst();
        }

        /** The cell of the first of these columns that the table has; null if it has none of them, empty if nothing is in it. */
        public @Nullable String cell(Set<String> aliases) {
            for (String alias : aliases) {
                String cell = cells.get(alias);
                if (cell != null) {
                    return cell;
                }
            }
            return null;
        }
    }
}
