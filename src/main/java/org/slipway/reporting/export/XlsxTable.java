package org.slipway.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.slipway.reporting.ReleaseRow;

/** Text is written as text, never as a formula. What does not fit onto one sheet goes on on the next. */
final class XlsxTable implements Table {

    private static final int MOST_ROWS = 1_048_000;
    private static final int LONGEST_TEXT = 32_767;
    private static final int KEPT = 1_000;
    private static final String TIME = "yyyy-mm-dd hh:mm";

    /** What many rows have in common is written once: there are never many of them. */
    private static final Set<TableColumn> SHARED = EnumSet.of(
            TableColumn.CONTRACT,
            TableColumn.REQUESTER,
            TableColumn.STATUS,
            TableColumn.EXECUTOR_GROUP,
            TableColumn.APPROVER_GROUP);

    private final Workbook book;
    private final List<TableColumn> columns;
    private final Words words;
    private final String title;
    private Worksheet sheet;
    private int sheets;
    private int next;
    private int kept;

    XlsxTable(OutputStream out, TableHead head, Words words) {
        this.book = new Workbook(out, "Slipway", "1.0");
        this.columns = head.columns();
        this.words = words;
        this.title = head.title();
        this.sheet = sheet();
        bold(head.title(), 0);
        next++;
        for (TableHead.Line filter : head.filters()) {
            line(filter.label(), filter.value());
        }
        line(words.text("printedBy"), head.printedBy());
        line(words.text("printedAt"), head.printedAt());
        next++;
        headings();
    }

    private Worksheet sheet() {
        sheets++;
        Worksheet created = book.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        for (int i = 0; i < columns.size(); i++) {
            created.width(i, columns.get(i).width());
        }
        return created;
    }

    private void line(String label, String value) {
        bold(label, 0);
        text(1, value);
        next++;
    }

    private void headings() {
        for (int i = 0; i < columns.size(); i++) {
            bold(words.text("column." + columns.get(i).key()), i);
        }
        next++;
        kept = next;
        sheet.freezePane(0, next);
    }

    private void bold(String text, int column) {
        text(column, text);
        sheet.style(next, column).bold().set();
    }

    private void text(int column, String text) {
        sheet.inlineString(next, column, fit(text));
    }

    private static String fit(String text) {
        return Harmless.atMost(LONGEST_TEXT, Harmless.plain(text));
    }

    @Override
    public void add(ReleaseRow row) throws IOException {
        if (next >= MOST_ROWS) {
            showTimes();
            sheet.finish();
            sheet = sheet();
            next = 0;
            headings();
        }
        for (int i = 0; i < columns.size(); i++) {
            TableColumn column = columns.get(i);
            Object value = column.value(row, words);
            if (value instanceof Instant moment) {
                sheet.value(next, i, words.local(moment));
            } else if (value instanceof Integer number) {
                sheet.value(next, i, number);
            } else if (value != null && SHARED.contains(column)) {
                sheet.value(next, i, fit(value.toString()));
            } else if (value != null) {
                text(i, value.toString());
            }
        }
        next++;
        if (next - kept == KEPT) {
            showTimes();
            sheet.flush();
        }
    }

    /** Of all rows that are kept at once: a style for each cell takes as long as all the rest. */
    private void showTimes() {
        for (int i = 0; i < columns.size() && next > kept; i++) {
            if (columns.get(i).isTime()) {
                sheet.range(kept, i, next - 1, i).style().format(TIME).set();
            }
        }
        kept = next;
    }

    @Override
    public void finish(long rows) throws IOException {
        showTimes();
        next++;
        text(0, rows == 0 ? words.text("none") : words.text("records", rows));
        book.finish();
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
