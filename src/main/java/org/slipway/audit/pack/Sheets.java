package org.slipway.audit.pack;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Bidi;
import org.jspecify.annotations.Nullable;
import org.slipway.paper.PdfFonts;
import org.slipway.process.flow.Drawing;

/** Sheets of A4 being filled from above; tables go to paper while they are written. */
final class Sheets implements Closeable {

    private static final Color LINE = new Color(0xC8, 0xCC, 0xD2);
    private static final Color HEAD = new Color(0xEE, 0xF1, 0xF5);
    private static final Color ALARM = new Color(0xB0, 0x10, 0x10);
    private static final float MARGIN = 28;
    private static final int KEPT = 100;

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, 40);
    private final PdfFonts fonts = new PdfFonts();
    private final Font heading = new Font(fonts.bold().getBaseFont(), 11);
    private final Font alarm = new Font(fonts.bold().getBaseFont(), 11, Font.NORMAL, ALARM);
    private final PdfWriter writer;
    private @Nullable PdfPTable table;
    private int held;

    /** @param foot stands at the foot of every page @param page with {@code {0}} for its number */
    Sheets(OutputStream out, String title, String foot, PackWords words) throws IOException {
        writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new PdfPageEventHelper() {
            @Override
            public void onEndPage(PdfWriter ended, Document of) {
                BaseFont font = fonts.regular();
                String page = words.text("page", ended.getPageNumber());
                PdfContentByte content = ended.getDirectContent();
                content.beginText();
                content.setFontAndSize(font, 7);
                content.showTextAligned(Element.ALIGN_LEFT, fonts.shown(foot), of.left(), 24, 0);
                content.showTextAligned(Element.ALIGN_RIGHT, page, of.right(), 24, 0);
                content.endText();
            }
        });
        document.addTitle(title);
        document.addCreator("Slipway");
        document.open();
    }

    void title(String text) {
        document.add(new Paragraph(fonts.shown(text), fonts.title()));
    }

    void heading(String text) {
        Paragraph paragraph = new Paragraph(fonts.shown(text), heading);
        paragraph.setSpacingBefore(12);
        paragraph.setSpacingAfter(4);
        paragraph.setKeepTogether(true);
        document.add(paragraph);
    }

    void text(String text) {
        document.add(new Paragraph(fonts.shown(text), fonts.text()));
    }

    /** What nobody may miss. */
    void warning(String text) {
        Paragraph paragraph = new Paragraph(fonts.shown(text), alarm);
        paragraph.setSpacingBefore(6);
        document.add(paragraph);
    }

    /** Begins a table; the widths are relative. */
    void table(float[] widths, String... heads) {
        PdfPTable begun = new PdfPTable(widths);
        begun.setWidthPercentage(100);
        begun.setSpacingBefore(4);
        begun.setSplitLate(false);
        begun.setComplete(false);
        if (heads.length > 0) {
            begun.setHeaderRows(1);
            for (String head : heads) {
                PdfPCell cell = cell(head, fonts.bold());
                cell.setBackgroundColor(HEAD);
                begun.addCell(cell);
            }
        }
        table = begun;
        held = 0;
    }

    void row(String... texts) {
        PdfPTable begun = table;
        if (begun == null) {
            throw new IllegalStateException("No table");
        }
        for (String text : texts) {
            begun.addCell(cell(text, fonts.text()));
        }
        if (++held % KEPT == 0) {
            document.add(begun);
        }
    }

    /** Under the last row, across the table. */
    void below(String text) {
        PdfPTable begun = table;
        if (begun != null) {
            PdfPCell cell = cell(text, fonts.text());
            cell.setColspan(begun.getNumberOfColumns());
            cell.setPaddingLeft(12);
            begun.addCell(cell);
        }
    }

    /** @param none what is said of a table without rows */
    void endTable(String none) {
        PdfPTable begun = table;
        if (begun == null) {
            return;
        }
        begun.setComplete(true);
        if (held == 0) {
            text(none);
        } else {
            document.add(begun);
        }
        table = null;
    }

    /** A page of its own, across. */
    void drawing(String title, Drawing drawing) {
        document.setPageSize(PageSize.A4.rotate());
        document.newPage();
        heading(title);
        Image image = new PaperDrawing(fonts).image(writer, drawing);
        Rectangle page = document.getPageSize();
        image.scaleToFit(page.getWidth() - 2 * MARGIN, page.getHeight() - 120);
        document.add(image);
    }

    void upright() {
        document.setPageSize(PageSize.A4);
        document.newPage();
    }

    boolean hasReplaced() {
        return fonts.hasReplaced();
    }

    private PdfPCell cell(String text, Font font) {
        String shown = fonts.shown(text);
        PdfPCell cell = new PdfPCell(new Phrase(shown, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(3);
        char[] characters = shown.toCharArray();
        if (Bidi.requiresBidi(characters, 0, characters.length)) {
            cell.setRunDirection(PdfWriter.RUN_DIRECTION_DEFAULT);
        }
        return cell;
    }

    @Override
    public void close() {
        if (document.isOpen()) {
            document.close();
        }
    }
}
