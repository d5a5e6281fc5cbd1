package org.slipway.process.engine.contract;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.w3c.dom.Element;

/** Decisions are called as their file, say their version and how long their history is kept, and speak FEEL only. */
final class DecisionRules {

    private static final Set<String> ATTRIBUTES =
            Set.of("versionTag", "historyTimeToLive", "inputVariable", "diagramRelationId");

    private DecisionRules() {}

    static void check(DmnFile file, Findings.InFile findings) {
        Set<String> drawn = file.elements().stream()
                .filter(element -> element.getLocalName().equals("DMNShape"))
                .map(element -> element.getAttribute("dmnElementRef"))
                .collect(Collectors.toSet());
        findings.addUnless(
                file.all(Decision.class).stream()
                        .anyMatch(decision -> file.title().equals(decision.getId())),
                null,
                "the main decision is called as its file, so its id must be %s",
                file.title());
        for (Decision decision : file.all(Decision.class)) {
            String id = decision.getId();
            findings.addUnless(
                    decision.getName() != null && !decision.getName().isBlank(), id, "the decision must have a name");
            findings.addUnless(
                    decision.getCamundaHistoryTimeToLiveString() != null,
                    id,
                    "historyTimeToLive must say how many days history is kept, such as P2555D");
            findings.addUnless(
                    decision.getVersionTag() != null, id, "versionTag must name the version of the decision");
            findings.addUnless(drawn.contains(id), id, "the decision is not drawn");
        }
        file.elements().forEach(element -> checkElement(element, findings));
    }

    private static void checkElement(Element element, Findings.InFile findings) {
        String id = element.hasAttribute("id") ? element.getAttribute("id") : null;
        if (element.getLocalName().equals("import")) {
            findings.add(null, "imports are not allowed in decisions");
        }
        Xml.attributes(element).forEach(attribute -> {
            String name = attribute.getLocalName();
            if (name.equals("expressionLanguage")) {
                findings.addUnless(
                        isFeel(attribute.getValue()), id, "decisions speak FEEL, not %s", attribute.getValue());
            } else if (DmnFile.CAMUNDA.equals(attribute.getNamespaceURI())) {
                findings.addUnless(ATTRIBUTES.contains(name), id, "camunda:%s is not allowed in decisions", name);
            }
        });
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel")
                || language.matches("https?://www\\.omg\\.org/spec/(FEEL/[0-9]+|DMN/[0-9]+/FEEL/?)");
    }
}
