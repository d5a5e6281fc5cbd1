package org.slipway.process.engine.contract;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One process model, as BPMN elements and as plain XML, in which nothing can hide. */
record BpmnFile(String name, BpmnModelInstance model) {

    static final String SUFFIX = ".bpmn";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** What the file is called without its ending, and so its process. */
    String title() {
        return name.substring(0, name.length() - SUFFIX.length());
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> kind) {
        return model.getModelElementsByType(kind);
    }

    List<Element> elements() {
        return Xml.elements((Document) model.getDocument().getDomSource().getNode());
    }

    void forEachElement(Consumer<Element> action) {
        elements().forEach(action);
    }

    /** The flows that leave an element, which need not say so itself. */
    List<SequenceFlow> outgoing(FlowNode node) {
        return all(SequenceFlow.class).stream()
                .filter(flow -> node.getId().equals(flow.getAttributeValue("sourceRef")))
                .toList();
    }

    /** The id of what a process owner sees an element as part of: a task, an event, a flow, the process. */
    @Nullable
    String ownerOf(Node part) {
        for (Node node = part; node instanceof Element element; node = node.getParentNode()) {
            String id = element.getAttribute("id");
            ModelElementInstance found = id.isEmpty() ? null : model.getModelElementById(id);
            if (found instanceof FlowElement
                    || found instanceof Process
                    || found instanceof RootElement && !(found instanceof EventDefinition)) {
                return id;
            }
        }
        return null;
    }

    static @Nullable String camunda(ModelElementInstance element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA, attribute);
    }
}
