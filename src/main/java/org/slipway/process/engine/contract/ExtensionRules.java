package org.slipway.process.engine.contract;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Of what the engine adds to BPMN, a model may use what is listed here. Everything else is refused, above all what runs
 * code: scripts, classes, the engine's built-in task types, fields, connectors and listeners with expressions.
 */
final class ExtensionRules {

    /** Names that the engine still takes for its own although the product is not called so any more. */
    private static final Set<String> FORMER_NAMESPACES =
            Set.of("http://activiti.org/bpmn", "http://www.camunda.com/fox");

    private static final Set<String> ATTRIBUTES = Set.of(
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "candidateStarterUsers",
            "candidateStarterGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "formKey",
            "initiator",
            "isStartableInTasklist",
            "versionTag",
            "historyTimeToLive",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "delegateExpression",
            "decisionRef",
            "decisionRefBinding",
            "mapDecisionResult",
            "resultVariable",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "collection",
            "elementVariable",
            "errorMessage",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "variableName",
            "variableEvents",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon");

    private static final Set<String> ELEMENTS = Set.of(
            "in",
            "out",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value",
            "properties",
            "property",
            "executionListener",
            "taskListener",
            "failedJobRetryTimeCycle");

    private static final Set<String> LISTENER_ATTRIBUTES = Set.of("id", "event", "delegateExpression");

    private ExtensionRules() {}

    static void check(BpmnFile file, Findings.InFile findings) {
        file.forEachElement(element -> {
            String owner = file.ownerOf(element);
            checkElement(element, owner, findings);
            Xml.attributes(element).forEach(attribute -> checkAttribute(attribute, owner, findings));
        });
    }

    private static void checkElement(Element element, @Nullable String owner, Findings.InFile findings) {
        String name = element.getLocalName();
        if (name.equals("script") || name.equals("scriptTask")) {
            findings.add(owner, "scripts are not allowed in models; call a published delegate");
        } else if (name.equals("import")) {
            findings.add(owner, "imports are not allowed in models");
        } else if (isFormer(element)) {
            findings.add(owner, "%s is of a namespace that is not used any more", element.getNodeName());
        } else if (BpmnFile.CAMUNDA.equals(element.getNamespaceURI())) {
            checkExtension(element, owner, findings);
        }
    }

    private static void checkExtension(Element element, @Nullable String owner, Findings.InFile findings) {
        String name = element.getLocalName();
        findings.addUnless(ELEMENTS.contains(name), owner, "camunda:%s is not allowed in models", name);
        if ("all".equals(element.getAttribute("variables"))) {
            findings.add(owner, "variables=\"all\" is not allowed; name each variable that is passed");
        }
        if (name.endsWith("Listener")) {
            for (Attr attribute : Xml.attributes(element)) {
                findings.addUnless(
                        LISTENER_ATTRIBUTES.contains(attribute.getName()),
                        owner,
                        "a listener is bound by delegateExpression only, not by %s",
                        attribute.getName());
            }
        }
    }

    private static void checkAttribute(Attr attribute, @Nullable String owner, Findings.InFile findings) {
        String name = attribute.getLocalName();
        if (isFormer(attribute)) {
            findings.add(owner, "%s is of a namespace that is not used any more", attribute.getName());
        } else if (BpmnFile.CAMUNDA.equals(attribute.getNamespaceURI()) && !ATTRIBUTES.contains(name)) {
            findings.add(owner, "camunda:%s is not allowed in models", name);
        } else if (name.equals("language") || name.equals("scriptFormat")) {
            findings.add(owner, "an expression is written without %s", name);
        }
    }

    private static boolean isFormer(Node node) {
        String namespace = node.getNamespaceURI();
        return namespace != null && FORMER_NAMESPACES.contains(namespace);
    }
}
