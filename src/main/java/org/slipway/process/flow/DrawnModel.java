package org.slipway.process.flow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.Drawing.Form;
import org.slipway.process.flow.Drawing.Label;
import org.slipway.process.flow.Drawing.Line;
import org.slipway.process.flow.Drawing.Shape;
import org.slipway.process.flow.Trail.Mark;

/** Reads the drawing that a BPMN model carries (BPMN DI) and marks where a run has been. */
public final class DrawnModel {

    private static final double MARGIN = 40;
    private static final double LABEL = 80;

    private final Map<String, Mark> marks = new HashMap<>();
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right;
    private double bottom;

    private DrawnModel() {}

    /** A model without a drawing gives an empty one. */
    public static Drawing of(String xml, Trail trail) {
        return new DrawnModel().read(xml, trail);
    }

    private Drawing read(String xml, Trail trail) {
        for (int i = 0; i < trail.steps().size(); i++) {
            // What a step of several instances is made of has no place of its own in the drawing.
            String id = trail.steps().get(i).id().split("#")[0];
            marks.merge(id, trail.steps().get(i).mark(), DrawnModel::stronger);
            first.putIfAbsent(id, i);
            last.put(id, i);
        }
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() != null && shape.getBounds() != null) {
                shapes.add(shape(shape.getBpmnElement(), shape.getBounds(), shape.getBpmnLabel()));
            }
        }
        shapes.sort(Comparator.comparing(Shape::form));
        model.getModelElementsByType(BpmnEdge.class).forEach(this::edge);
        return moved();
    }

    private Shape shape(BaseElement element, Bounds at, @Nullable BpmnLabel label) {
        see(at.getX(), at.getY());
        see(at.getX() + at.getWidth(), at.getY() + at.getHeight());
        return new Shape(
                element.getId(),
                form(element),
                at.getX(),
                at.getY(),
                at.getWidth(),
                at.getHeight(),
                Objects.requireNonNullElse(text(element), ""),
                label(at, label == null ? null : label.getBounds()),
                marks.get(element.getId()));
    }

    private static Label label(Bounds shape, @Nullable Bounds own) {
        // Names are as wide as they are here, whatever was reserved for them.
        return own == null
                ? new Label(shape.getX() + shape.getWidth() / 2, shape.getY() + shape.getHeight() + 2, LABEL)
                : new Label(own.getX() + own.getWidth() / 2, own.getY(), Math.max(own.getWidth(), LABEL));
    }

    private static Form form(BaseElement element) {
        if (element instanceof EndEvent) {
            return Form.END_EVENT;
        } else if (element instanceof Event) {
            return Form.EVENT;
        } else if (element instanceof Gateway) {
            return Form.GATEWAY;
        } else if (element instanceof SubProcess || element instanceof Participant || element instanceof Lane) {
            return Form.FRAME;
        } else if (element instanceof Activity) {
            return Form.TASK;
        }
        return element instanceof TextAnnotation ? Form.NOTE : Form.DATA;
    }

    private static @Nullable String text(BaseElement element) {
        if (element instanceof FlowElement named) {
            String name = named.getName();
            return name == null && element instanceof CallActivity ? element.getId() : name;
        } else if (element instanceof Participant pool) {
            return pool.getName();
        } else if (element instanceof Lane lane) {
            return lane.getName();
        }
        return element instanceof TextAnnotation note && note.getText() != null
                ? note.getText().getTextContent()
                : null;
    }

    private void edge(BpmnEdge edge) {
        List<double[]> points = new ArrayList<>();
        edge.getWaypoints().forEach(point -> {
            see(point.getX(), point.getY());
            points.add(new double[] {point.getX(), point.getY()});
        });
        if (points.size() < 2) {
            return;
        }
        boolean flow = edge.getBpmnElement() instanceof SequenceFlow;
        boolean walked = edge.getBpmnElement() instanceof SequenceFlow sequence
                && first.getOrDefault(sequence.getSource().getId(), Integer.MAX_VALUE)
                        < last.getOrDefault(sequence.getTarget().getId(), -1);
        lines.add(new Line(List.copyOf(points), flow, walked));
    }

    private void see(double x, double y) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    private Drawing moved() {
        if (shapes.isEmpty()) {
            return new Drawing(0, 0, List.of(), List.of());
        }
        double byX = MARGIN - left;
        double byY = MARGIN - top;
        return new Drawing(
                right - left + 2 * MARGIN,
                bottom - top + 2 * MARGIN,
                shapes.stream().map(shape -> shape.moved(byX, byY)).toList(),
                lines.stream()
                        .map(line -> new Line(
                                line.points().stream()
                                        .map(point -> new double[] {point[0] + byX, point[1] + byY})
                                        .toList(),
                                line.flow(),
                                line.walked()))
                        .toList());
    }

    private static Mark stronger(Mark one, Mark other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
