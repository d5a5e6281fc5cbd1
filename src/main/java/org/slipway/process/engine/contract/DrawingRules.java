package org.slipway.process.engine.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Everything is drawn, and the happy path lies on one straight line from left to right. */
final class DrawingRules {

    /** How far the middle of an element may lie off the line, in pixels. */
    private static final double HAIR = 2;

    private final BpmnFile file;
    private final Map<String, Bounds> shapes = new HashMap<>();
    private final Set<String> edges = new HashSet<>();

    private DrawingRules(BpmnFile file) {
        this.file = file;
        for (BpmnShape shape : file.all(BpmnShape.class)) {
            String drawn = shape.getAttributeValue("bpmnElement");
            if (drawn != null && shape.getBounds() != null) {
                shapes.put(drawn, shape.getBounds());
            }
        }
        for (BpmnEdge edge : file.all(BpmnEdge.class)) {
            String drawn = edge.getAttributeValue("bpmnElement");
            if (drawn != null && edge.getWaypoints().size() >= 2) {
                edges.add(drawn);
            }
        }
    }

    static void check(BpmnFile file, Findings.InFile findings) {
        DrawingRules rules = new DrawingRules(file);
        file.all(FlowNode.class)
                .forEach(node -> findings.addUnless(
                        rules.shapes.containsKey(node.getId()), node.getId(), "the element is not drawn"));
        file.all(SequenceFlow.class)
                .forEach(flow ->
                        findings.addUnless(rules.edges.contains(flow.getId()), flow.getId(), "the flow is not drawn"));
        file.all(Process.class)
                .forEach(process -> rules.checkHappyPath(process.getId(), process.getFlowElements(), findings));
        file.all(SubProcess.class)
                .forEach(process -> rules.checkHappyPath(process.getId(), process.getFlowElements(), findings));
    }

    private void checkHappyPath(String scope, Collection<FlowElement> elements, Findings.InFile findings) {
        List<FlowNode> starts = elements.stream()
                .filter(StartEvent.class::isInstance)
                .map(FlowNode.class::cast)
                .toList();
        boolean drawn =
                elements.stream().filter(FlowNode.class::isInstance).allMatch(node -> shapes.containsKey(node.getId()));
        if (drawn && !starts.isEmpty() && starts.stream().noneMatch(start -> runsStraight(start, new HashSet<>()))) {
            findings.add(
                    scope,
                    "the happy path, from a start event to an end event, must lie on one straight line from left to"
                            + " right");
        }
    }

    private boolean runsStraight(FlowNode from, Set<String> seen) {
        if (from instanceof EndEvent) {
            return true;
        }
        return seen.add(from.getId())
                && file.outgoing(from).stream()
                        .map(SequenceFlow::getTarget)
                        .anyMatch(next -> liesStraightRight(from, next) && runsStraight(next, seen));
    }

    private boolean liesStraightRight(FlowNode from, FlowNode to) {
        Bounds left = shapes.get(from.getId());
        Bounds right = shapes.get(to.getId());
        return left != null
                && right != null
                && left.getX() + left.getWidth() <= right.getX()
                && Math.abs(middle(left) - middle(right)) <= HAIR;
    }

    private static double middle(Bounds shape) {
        return shape.getY() + shape.getHeight() / 2;
    }
}
