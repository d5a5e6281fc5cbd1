package org.slipway.audit.pack;

import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.util.List;
import org.slipway.paper.PdfFonts;
import org.slipway.process.flow.Drawing;
import org.slipway.process.flow.Drawing.Form;
import org.slipway.process.flow.Drawing.Line;
import org.slipway.process.flow.Drawing.Shape;
import org.slipway.process.flow.SvgDrawing;
import org.slipway.process.flow.Trail.Mark;

/** Draws a model on paper as {@link SvgDrawing} does on the screen. */
final class PaperDrawing {

    private static final Color INK = new Color(0x3B, 0x42, 0x52);
    private static final Color WALKED = new Color(0x2E, 0x7D, 0x32);
    private static final float SIZE = 11;
    private static final float LETTER = 5.6f;
    private static final float LEADING = 12;

    private final PdfFonts fonts;

    PaperDrawing(PdfFonts fonts) {
        this.fonts = fonts;
    }

    Image image(PdfWriter writer, Drawing drawing) {
        float height = (float) drawing.height();
        PdfTemplate paper = writer.getDirectContent().createTemplate((float) drawing.width(), height);
        drawing.shapes().stream()
                .filter(shape -> shape.form() == Form.FRAME)
                .forEach(shape -> shape(paper, height, shape));
        drawing.lines().forEach(line -> line(paper, height, line));
        drawing.shapes().stream()
                .filter(shape -> shape.form() != Form.FRAME)
                .forEach(shape -> shape(paper, height, shape));
        return Image.getInstance(paper);
    }

    private static void line(PdfTemplate paper, float height, Line line) {
        Color ink = line.walked() ? WALKED : INK;
        paper.saveState();
        paper.setColorStroke(ink);
        paper.setColorFill(ink);
        paper.setLineWidth(line.walked() ? 2 : 1);
        if (!line.flow()) {
            paper.setLineDash(3, 3, 0);
        }
        double[] from = line.points().get(0);
        paper.moveTo((float) from[0], height - (float) from[1]);
        line.points().stream().skip(1).forEach(point -> paper.lineTo((float) point[0], height - (float) point[1]));
        paper.stroke();
        if (line.flow()) {
            double[][] head = SvgDrawing.arrow(line);
            paper.moveTo((float) head[0][0], height - (float) head[0][1]);
            paper.lineTo((float) head[1][0], height - (float) head[1][1]);
            paper.lineTo((float) head[2][0], height - (float) head[2][1]);
            paper.closePath();
            paper.fill();
        }
        paper.restoreState();
    }

    private void shape(PdfTemplate paper, float height, Shape shape) {
        float x = (float) shape.x();
        float y = height - (float) shape.y() - (float) shape.height();
        float wide = (float) shape.width();
        float high = (float) shape.height();
        paper.saveState();
        paper.setColorStroke(shape.mark() == Mark.DONE ? WALKED : INK);
        paper.setColorFill(Color.decode(SvgDrawing.fill(shape.mark())));
        paper.setLineWidth(shape.form() == Form.END_EVENT ? 3 : 1.2f);
        switch (shape.form()) {
            case EVENT, END_EVENT -> paper.circle(x + wide / 2, y + high / 2, wide / 2);
            case GATEWAY -> {
                paper.moveTo(x + wide / 2, y);
                paper.lineTo(x + wide, y + high / 2);
                paper.lineTo(x + wide / 2, y + high);
                paper.lineTo(x, y + high / 2);
                paper.closePath();
            }
            case TASK -> paper.roundRectangle(x, y, wide, high, 8);
            default -> paper.rectangle(x, y, wide, high);
        }
        paper.fillStroke();
        paper.restoreState();
        text(paper, shape, x, y, wide, high);
    }

    private void text(PdfContentByte paper, Shape shape, float x, float y, float wide, float high) {
        if (shape.text().isBlank()) {
            return;
        }
        boolean inside = shape.form() == Form.TASK;
        boolean atTop = shape.form() == Form.FRAME || shape.form() == Form.NOTE;
        int letters = (int) ((inside || atTop ? wide - 8 : shape.label().width()) / LETTER);
        List<String> lines = SvgDrawing.lines(shape.text(), letters, 5);
        float at = inside
                ? y + high / 2 + (lines.size() - 1) * LEADING / 2 - 4
                : atTop
                        ? y + high - LEADING - 2
                        : y + high + (float) (shape.y() - shape.label().top()) - LEADING + 2;
        paper.saveState();
        paper.setColorFill(INK);
        paper.beginText();
        paper.setFontAndSize(fonts.regular(), SIZE);
        for (String line : lines) {
            paper.showTextAligned(
                    atTop ? Element.ALIGN_LEFT : Element.ALIGN_CENTER,
                    fonts.shown(line),
                    atTop
                            ? x + 8
                            : inside ? x + wide / 2 : (float) shape.label().middle(),
                    at,
                    0);
            at -= LEADING;
        }
        paper.endText();
        paper.restoreState();
    }
}
