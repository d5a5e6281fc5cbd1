package org.slipway.reporting.export;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;
import org.slipway.paper.PdfFonts;

/** Who printed it, when, and which page of how many; the latter is filled in at the end. */
final class PdfFooter extends PdfPageEventHelper {

    private static final float SIZE = 7;

    private final PdfFonts fonts;
    private final Words words;
    private final String printed;
    private @Nullable PdfTemplate total;

    PdfFooter(PdfFonts fonts, Words words, TableHead head) {
        this.fonts = fonts;
        this.words = words;
        this.printed = fonts.shown(words.text("printedBy") + " " + head.printedBy() + " · " + head.printedAt());
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfTemplate pages = pages(writer);
        String page = words.text("page", writer.getPageNumber()) + " ";
        float width = fonts.regular().getWidthPoint(page, SIZE);
        float right = document.right() - 30;
        PdfContentByte content = writer.getDirectContent();
        content.beginText();
        content.setFontAndSize(fonts.regular(), SIZE);
        content.setTextMatrix(document.left(), 24);
        content.showText(printed);
        content.setTextMatrix(right - width, 24);
        content.showText(page);
        content.endText();
        content.addTemplate(pages, right, 24);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        PdfTemplate pages = pages(writer);
        pages.beginText();
        pages.setFontAndSize(fonts.regular(), SIZE);
        pages.setTextMatrix(0, 0);
        pages.showText("/ " + (writer.getPageNumber() - 1));
        pages.endText();
    }

    private PdfTemplate pages(PdfWriter writer) {
        PdfTemplate pages = total;
        if (pages == null) {
            pages = writer.getDirectContent().createTemplate(40, 10);
            total = pages;
        }
        return pages;
    }
}
