package org.slipway.process.engine.contract;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One file of decisions. */
record DmnFile(String name, DmnModelInstance model) {

    static final String SUFFIX = ".dmn";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    String title() {
        return name.substring(0, name.length() - SUFFIX.length());
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> kind) {
        return model.getModelElementsByType(kind);
    }

    List<Element> elements() {
        return Xml.elements((Document) model.getDocument().getDomSource().getNode());
    }
}
