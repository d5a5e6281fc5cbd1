package org.slipway.process.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.Trail.Mark;

/**
 * The drawing of a model with the trail of a run, in the units of the model, from the corner above on the left.
 *
 * @param shapes in the order in which they cover each other
 */
public record Drawing(double width, double height, List<Shape> shapes, List<Line> lines) {

    /** What a shape looks like; the later ones lie above. */
    public enum Form {
        /** What other steps lie in. */
        FRAME,
        TASK,
        GATEWAY,
        NOTE,
        DATA,
        EVENT,
        END_EVENT
    }

    /** Where the name of a shape stands that has none inside: its middle, its upper edge and its width. */
    public record Label(double middle, double top, double width) {}

    /** @param mark how the run stands to it; none where it never came */
    public record Shape(
            String id,
            Form form,
            double x,
            double y,
            double width,
            double height,
            String text,
            Label label,
            @Nullable Mark mark) {

        Shape moved(double byX, double byY) {
            return new Shape(
                    id,
                    form,
                    x + byX,
                    y + byY,
                    width,
                    height,
                    text,
                    new Label(label.middle() + byX, label.top() + byY, label.width()),
                    mark);
        }
    }

    /**
     * @param points at least two, x and y
     * @param flow   whether it is what runs go along; otherwise it only connects
     * @param walked whether the run was at its end after it had been at its beginning
     */
    public record Line(List<double[]> points, boolean flow, boolean walked) {}
}
