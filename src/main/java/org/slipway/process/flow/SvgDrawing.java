package org.slipway.process.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.Drawing.Line;
import org.slipway.process.flow.Drawing.Shape;
import org.slipway.process.flow.Trail.Mark;

/** Writes a drawing as SVG that needs nothing else: no scripts, no fonts, no other files. */
public final class SvgDrawing {

    private static final String INK = "#3b4252";
    private static final String WALKED = "#2e7d32";
    private static final double LETTER = 5.6;
    private static final double LEADING = 12;

    private SvgDrawing() {}

    public static String of(Drawing drawing) {
        StringBuilder svg = new StringBuilder(4_096);
        svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append(format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
                                + " viewBox=\"0 0 %1$.0f %2$.0f\" font-family=\"sans-serif\" font-size=\"11\">\n",
                        drawing.width(), drawing.height()))
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        drawing.shapes().stream()
                .filter(shape -> shape.form() == Drawing.Form.FRAME)
                .forEach(shape -> shape(svg, shape));
        drawing.lines().forEach(line -> line(svg, line));
        drawing.shapes().stream()
                .filter(shape -> shape.form() != Drawing.Form.FRAME)
                .forEach(shape -> shape(svg, shape));
        return svg.append("</svg>\n").toString();
    }

    /** A text in lines that fit; at most so many. */
    public static List<String> lines(String text, int letters, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines.size() <= most ? lines : lines.subList(0, most);
    }

    /** The background that tells how a run stands to a shape, as {@code #rrggbb}. */
    public static String fill(@Nullable Mark mark) {
        return mark == null
                ? "#ffffff"
                : switch (mark) {
                    case CURRENT -> "#fff3c4";
                    case DONE -> "#dff2e1";
                    case ENDED -> "#eceff4";
                };
    }

    private static void line(StringBuilder svg, Line line) {
        String ink = line.walked() ? WALKED : INK;
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n",
                line.points().stream()
                        .map(point -> format("%.1f,%.1f", point[0], point[1]))
                        .collect(Collectors.joining(" ")),
                ink,
                line.walked() ? "2" : "1",
                line.flow() ? "" : " stroke-dasharray=\"3 3\""));
        if (line.flow()) {
            double[][] head = arrow(line);
            svg.append(format(
                    "<polygon points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\" fill=\"%s\"/>\n",
                    head[0][0], head[0][1], head[1][0], head[1][1], head[2][0], head[2][1], ink));
        }
    }

    /** The three corners of the head of an arrow. */
    public static double[][] arrow(Line line) {
        double[] end = line.points().get(line.points().size() - 1);
        double[] from = line.points().get(line.points().size() - 2);
        double length = Math.max(0.001, Math.hypot(end[0] - from[0], end[1] - from[1]));
        double x = (end[0] - from[0]) / length;
        double y = (end[1] - from[1]) / length;
        return new double[][] {
            end, {end[0] - 9 * x + 4 * y, end[1] - 9 * y - 4 * x}, {end[0] - 9 * x - 4 * y, end[1] - 9 * y + 4 * x}
        };
    }

    private static void shape(StringBuilder svg, Shape shape) {
        String paint = format(
                "fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"",
                fill(shape.mark()),
                shape.mark() == Mark.DONE ? WALKED : INK,
                shape.form() == Drawing.Form.END_EVENT ? "3" : "1.2");
        double middle = shape.x() + shape.width() / 2;
        double centre = shape.y() + shape.height() / 2;
        switch (shape.form()) {
            case EVENT, END_EVENT ->
                svg.append(format(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>\n", middle, centre, shape.width() / 2, paint));
            case GATEWAY ->
                svg.append(format(
                        "<polygon points=\"%1$.1f,%2$.1f %3$.1f,%4$.1f %1$.1f,%5$.1f %6$.1f,%4$.1f\" %7$s/>\n",
                        middle,
                        shape.y(),
                        shape.x() + shape.width(),
                        centre,
                        shape.y() + shape.height(),
                        shape.x(),
                        paint));
            case NOTE ->
                svg.append(format(
                        "<path d=\"M %.1f %.1f h -8 v %.1f h 8\" fill=\"none\" stroke=\"%s\"/>\n",
                        shape.x() + 8, shape.y(), shape.height(), INK));
            default ->
                svg.append(format(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%s\" %s/>\n",
                        shape.x(),
                        shape.y(),
                        shape.width(),
                        shape.height(),
                        shape.form() == Drawing.Form.TASK ? "8" : "2",
                        paint));
        }
        text(svg, shape, middle, centre);
    }

    private static void text(StringBuilder svg, Shape shape, double middle, double centre) {
        boolean inside = shape.form() == Drawing.Form.TASK;
        boolean atTop = shape.form() == Drawing.Form.FRAME || shape.form() == Drawing.Form.NOTE;
        boolean within = inside || atTop;
        int letters = (int) ((within ? shape.width() - 8 : shape.label().width()) / LETTER);
        List<String> lines = shape.text().isBlank() ? List.of() : lines(shape.text(), letters, 5);
        double y = inside
                ? centre - (lines.size() - 1) * LEADING / 2 + 4
                : atTop ? shape.y() + LEADING + 2 : shape.label().top() + LEADING - 2;
        for (String line : lines) {
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n",
                    atTop ? shape.x() + 8 : inside ? middle : shape.label().middle(),
                    y,
                    atTop ? "start" : "middle",
                    INK,
                    // What names a shape from outside stays readable above lines.
                    inside ? "" : " paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\"",
                    escaped(line)));
            y += LEADING;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\p{Cntrl}]", " ");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
