package org.slipway.process.engine.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Expressions use only what models may, and variables only by names that the application knows as well. */
final class ExpressionRules {

    /** What the engine itself puts into scope. */
    private static final Set<String> GIVEN = Set.of(
            "execution",
            "task",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances",
            "decisionResult");

    /** Attributes that write a process variable. */
    private static final Set<String> WRITERS = Set.of(
            "resultVariable", "initiator", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable");

    private final BpmnFile file;
    private final ModelVocabulary vocabulary;
    private final PublishedBeans beans;
    private final Findings.InFile findings;
    private final Set<String> local = new HashSet<>();

    private ExpressionRules(BpmnFile file, ModelVocabulary vocabulary, PublishedBeans beans, Findings.InFile findings) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.beans = beans;
        this.findings = findings;
    }

    static void check(BpmnFile file, ModelVocabulary vocabulary, PublishedBeans beans, Findings.InFile findings) {
        ExpressionRules rules = new ExpressionRules(file, vocabulary, beans, findings);
        List<Element> elements = file.elements();
        elements.forEach(rules::noteLocalNames);
        elements.forEach(element -> {
            rules.checkWrites(element);
            Stream.concat(Xml.attributes(element).stream().map(Attr::getValue), Stream.of(Xml.ownText(element)))
                    .filter(ModelExpression::isExpression)
                    .forEach(text -> rules.checkExpression(element, text));
        });
    }

    /** Element variables and input parameters live inside one activity; they are the model's own. */
    private void noteLocalNames(Element element) {
        local.add(element.getAttributeNS(BpmnFile.CAMUNDA, "elementVariable"));
        if (isExtension(element, "inputParameter")) {
            local.add(element.getAttribute("name"));
        }
    }

    private void checkWrites(Element element) {
        WRITERS.forEach(writer -> checkVariable(element, element.getAttributeNS(BpmnFile.CAMUNDA, writer)));
        if (isExtension(element, "outputParameter")) {
            checkVariable(element, element.getAttribute("name"));
        } else if (isExtension(element, "in") || isExtension(element, "out")) {
            checkVariable(element, element.getAttribute("source"));
            checkVariable(element, element.getAttribute("target"));
        }
    }

    private void checkVariable(Element element, String name) {
        findings.addUnless(
                name.isEmpty() || isDeclared(name), file.ownerOf(element), "%s is no variable that models share", name);
    }

    private void checkExpression(Element element, String text) {
        ModelExpression expression = ModelExpression.read(text, beans);
        List<String> unknown = expression.names().stream()
                .filter(name -> !GIVEN.contains(name) && !isDeclared(name) && !beans.contains(name))
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            expression.refusals().forEach(refusal -> findings.add(file.ownerOf(element), "%s", refusal));
        }
        unknown.forEach(name -> findings.add(
                file.ownerOf(element),
                "%s in %s is neither a variable that models share nor a bean for models",
                name,
                text));
    }

    private boolean isDeclared(String name) {
        return vocabulary.variables().contains(name) || local.contains(name);
    }

    private static boolean isExtension(Element element, String name) {
        return BpmnFile.CAMUNDA.equals(element.getNamespaceURI())
                && element.getLocalName().equals(name);
    }
}
