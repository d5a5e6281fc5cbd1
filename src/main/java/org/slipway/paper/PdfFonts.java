package org.slipway.paper;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;

/**
 * Fonts with the letters of most alphabets, of which a document holds those it uses. What they lack (many pictographs, and
 * the characters of East Asia) is shown as one sign that says so.
 */
public final class PdfFonts {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final char REPLACEMENT = '\uFFFD';

    private final BaseFont regular = load("DejaVuSansCondensed.ttf");
    private final BaseFont strong = load("DejaVuSansCondensed-Bold.ttf");
    private final Font text = new Font(regular, 7.5f);
    private final Font bold = new Font(strong, 7.5f);
    private final Font title = new Font(strong, 14);
    private boolean replaced;

    public PdfFonts() throws IOException {
        // Reading the fonts can fail.
    }

    private static BaseFont load(String name) throws IOException {
        try (InputStream font = PdfFonts.class.getResourceAsStream(FOLDER + name)) {
            if (font == null) {
                throw new IOException(name + " is missing");
            }
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, font.readAllBytes(), null);
        }
    }

    public Font text() {
        return text;
    }

    public Font bold() {
        return bold;
    }

    public Font title() {
        return title;
    }

    public BaseFont regular() {
        return regular;
    }

    /** What can be shown of it: without marks that turn text around, and with a sign for each character that is missing. */
    public String shown(String text) {
        if (text.chars().allMatch(unit -> unit >= ' ' && unit < 0x250 || unit == '\n')) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isInvisible(point)).forEach(point -> shown.appendCodePoint(known(point)));
        return shown.toString();
    }

    public boolean hasReplaced() {
        return replaced;
    }

    private int known(int point) {
        if (point == '\t' || point == '\r') {
            return ' ';
        }
        if (point == '\n' || regular.charExists(point) && strong.charExists(point)) {
            return point;
        }
        replaced = true;
        return REPLACEMENT;
    }

    /** Overrides and isolates of the direction, joiners and selectors of variants. */
    private static boolean isInvisible(int point) {
        return point >= 0x200B && point <= 0x200F
                || point >= 0x202A && point <= 0x202E
                || point >= 0x2060 && point <= 0x206F
                || point >= 0xFE00 && point <= 0xFE0F
                || point == 0xFEFF;
    }
}
