package org.slipway.reporting.export;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Bidi;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slipway.paper.PdfFonts;
import org.slipway.reporting.ReleaseRow;

/** For paper: A4 across, headings on every page, and at its foot who printed it, when, and which page it is. */
final class PdfTable implements Table {

    private static final Color LINE = new Color(0xC8, 0xCC, 0xD2);
    private static final Color HEAD = new Color(0xEE, 0xF1, 0xF5);
    private static final int KEPT = 100;

    private final Document document;
    private final PdfFonts fonts;
    private final PdfPTable table;
    private final TableHead head;
    private final Words words;
    private int held;

    PdfTable(OutputStream out, TableHead head, Words words) throws IOException {
        this.head = head;
        this.words = words;
        this.fonts = new PdfFonts();
        this.document = new Document(PageSize.A4.rotate(), 28, 28, 28, 40);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new PdfFooter(fonts, words, head));
        document.addTitle(head.title());
        document.addCreator("Slipway");
        document.open();
        document.add(new Paragraph(fonts.shown(head.title()), fonts.title()));
        for (TableHead.Line filter : head.filters()) {
            document.add(new Paragraph(fonts.shown(filter.label() + ": " + filter.value()), fonts.text()));
        }
        this.table = table();
    }

    private PdfPTable table() {
        float[] widths = new float[TableColumn.ON_PAPER.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = TableColumn.ON_PAPER.get(i).width();
        }
        PdfPTable created = new PdfPTable(widths);
        created.setWidthPercentage(100);
        created.setSpacingBefore(8);
        created.setHeaderRows(1);
        created.setSplitLate(false);
        created.setComplete(false);
        for (TableColumn column : TableColumn.ON_PAPER) {
            PdfPCell cell = cell(words.text("column." + column.key()), fonts.bold());
            cell.setBackgroundColor(HEAD);
            created.addCell(cell);
        }
        return created;
    }

    @Override
    public void add(ReleaseRow row) {
        for (TableColumn column : TableColumn.ON_PAPER) {
            table.addCell(cell(text(column.value(row, words)), fonts.text()));
        }
        if (head.descriptions() && row.description() != null) {
            PdfPCell below = cell(row.description(), fonts.text());
            below.setColspan(TableColumn.ON_PAPER.size());
            below.setPaddingLeft(24);
            table.addCell(below);
        }
        if (++held == KEPT) {
            document.add(table);
            held = 0;
        }
    }

    private String text(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return words.time(moment);
        }
        return value == null ? "" : value.toString();
    }

    private PdfPCell cell(String text, Font font) {
        String shown = fonts.shown(text);
        PdfPCell cell = new PdfPCell(new Phrase(shown, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(3);
        char[] characters = shown.toCharArray();
        if (Bidi.requiresBidi(characters, 0, characters.length)) {
            boolean leftToRight = new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
            cell.setRunDirection(leftToRight ? PdfWriter.RUN_DIRECTION_LTR : PdfWriter.RUN_DIRECTION_RTL);
            cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        }
        return cell;
    }

    @Override
    public void finish(long rows) {
        table.setComplete(true);
        if (rows > 0) {
            document.add(table);
        }
        document.add(new Paragraph(rows == 0 ? words.text("none") : words.text("records", rows), fonts.bold()));
        if (fonts.hasReplaced()) {
            document.add(new Paragraph(words.text("replaced", "\uFFFD"), fonts.text()));
        }
    }

    @Override
    public void close() {
        if (document.isOpen()) {
            document.close();
        }
    }
}
