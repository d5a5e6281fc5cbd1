package org.slipway.process.engine.contract;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a model is bound to exists: delegates, decisions, called processes, messages. */
final class BindingRules {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");
    private static final Set<String> OWN_BUSINESS_KEY =
            Set.of("#{execution.processBusinessKey}", "${execution.processBusinessKey}");

    private final BpmnFile file;
    private final Archive archive;
    private final ModelVocabulary vocabulary;
    private final PublishedBeans beans;
    private final Findings.InFile findings;

    private BindingRules(
            BpmnFile file,
            Archive archive,
            ModelVocabulary vocabulary,
            PublishedBeans beans,
            Findings.InFile findings) {
        this.file = file;
        this.archive = archive;
        this.vocabulary = vocabulary;
        this.beans = beans;
        this.findings = findings;
    }

    static void check(
            BpmnFile file,
            Archive archive,
            ModelVocabulary vocabulary,
            PublishedBeans beans,
            Findings.InFile findings) {
        BindingRules rules = new BindingRules(file, archive, vocabulary, beans, findings);
        file.all(ServiceTask.class).forEach(task -> rules.checkDelegate(task, task.getId()));
        file.all(SendTask.class).forEach(task -> rules.checkDelegate(task, task.getId()));
        file.all(ThrowEvent.class)
                .forEach(event -> event.getChildElementsByType(MessageEventDefinition.class)
                        .forEach(definition -> rules.checkDelegate(definition, event.getId())));
        file.forEachElement(rules::checkListener);
        file.all(BusinessRuleTask.class).forEach(rules::checkDecision);
        file.all(CallActivity.class).forEach(rules::checkCall);
        file.all(Message.class).forEach(rules::checkMessage);
        file.all(MessageEventDefinition.class)
                .forEach(event -> findings.addUnless(
                        event.getMessage() != null || event.getParentElement() instanceof ThrowEvent,
                        event.getParentElement().getAttributeValue("id"),
                        "the event names no message"));
        file.all(ReceiveTask.class)
                .forEach(task ->
                        findings.addUnless(task.getMessage() != null, task.getId(), "the task names no message"));
    }

    private void checkDelegate(BaseElement element, String owner) {
        String expression = BpmnFile.camunda(element, "delegateExpression");
        if (expression == null) {
            findings.add(owner, "must name a delegate by camunda:delegateExpression, such as ${recordPlan}");
            return;
        }
        String bean = beanOf(expression);
        if (bean == null) {
            findings.add(owner, "camunda:delegateExpression names one delegate, such as ${recordPlan}");
        } else if (!beans.isDelegate(bean)) {
            findings.add(owner, "there is no delegate %s for models", bean);
        }
    }

    private void checkListener(Element element) {
        boolean listener = BpmnFile.CAMUNDA.equals(element.getNamespaceURI())
                && element.getLocalName().endsWith("Listener");
        if (listener) {
            String bean = beanOf(element.getAttribute("delegateExpression"));
            findings.addUnless(
                    bean != null && (beans.isListener(bean) || beans.isDelegate(bean)),
                    file.ownerOf(element),
                    "a listener names a listener for models by delegateExpression; there is no %s",
                    bean == null ? "such expression" : bean);
        }
    }

    private void checkDecision(BusinessRuleTask task) {
        String decision = task.getCamundaDecisionRef();
        findings.addUnless(
                decision != null && BpmnFile.camunda(task, "delegateExpression") == null,
                task.getId(),
                "a business rule task names a decision by camunda:decisionRef");
        if (decision != null) {
            findings.addUnless(
                    "deployment".equals(task.getCamundaDecisionRefBinding()),
                    task.getId(),
                    "decisions are bound to their deployment (camunda:decisionRefBinding)");
            findings.addUnless(
                    ModelExpression.isExpression(decision) || archive.hasDecision(decision),
                    task.getId(),
                    "there is no decision %s in the deployment",
                    decision);
        }
    }

    private void checkCall(CallActivity call) {
        String called = call.getCalledElement();
        if (called == null || called.isBlank()) {
            findings.add(call.getId(), "names no process to call");
        } else if (!ModelExpression.isExpression(called)) {
            findings.addUnless(
                    "deployment".equals(call.getCamundaCalledElementBinding()),
                    call.getId(),
                    "a process called by its id is bound to its deployment (camunda:calledElementBinding)");
            findings.addUnless(
                    archive.hasProcess(called), call.getId(), "there is no process %s in the deployment", called);
        }
        boolean passesKey = call.getExtensionElements() != null
                && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .map(CamundaIn::getCamundaBusinessKey)
                        .anyMatch(key -> key != null && OWN_BUSINESS_KEY.contains(key.strip()));
        findings.addUnless(
                passesKey,
                call.getId(),
                "passes its business key: <camunda:in businessKey=\"#{execution.processBusinessKey}\"/>");
    }

    private void checkMessage(Message message) {
        findings.addUnless(
                message.getName() != null && vocabulary.messages().contains(message.getName()),
                message.getId(),
                "there is no message %s; there are %s",
                message.getName(),
                vocabulary.messages().stream().sorted().toList());
    }

    private static @Nullable String beanOf(String expression) {
        Matcher bean = BEAN.matcher(expression.strip());
        return bean.matches() ? bean.group(1) : null;
    }
}
