package org.slipway.process.engine.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Walks plain XML. */
final class Xml {

    private static final String DECLARATION = "http://www.w3.org/2000/xmlns/";

    private Xml() {}

    static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(at -> (Element) all.item(at))
                .toList();
    }

    /** The attributes of an element, without declarations of namespaces. */
    static List<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(at -> (Attr) element.getAttributes().item(at))
                .filter(attribute -> !DECLARATION.equals(attribute.getNamespaceURI()))
                .toList();
    }

    /** The text that stands in the element itself. */
    static String ownText(Element element) {
        List<String> texts = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                texts.add(child.getNodeValue());
            }
        }
        return String.join("", texts).strip();
    }
}
