package org.slipway.process.engine.contract;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.jspecify.annotations.Nullable;

/**
 * Everything has a name: a task is a verb and an object, an event an object and what happened to it, a gateway that
 * splits is a question, and its flows are the answers.
 */
final class NamingRules {

    private NamingRules() {}

    static void check(BpmnFile file, Findings.InFile findings) {
        file.all(Process.class)
                .forEach(process -> findings.addUnless(
                        isNamed(process.getName()), process.getId(), "the process must have a name"));
        file.all(FlowNode.class).forEach(node -> {
            if (node instanceof Gateway gateway) {
                checkGateway(gateway, file.outgoing(gateway), findings);
            } else if (node instanceof SubProcess) {
                findings.addUnless(isNamed(node.getName()), node.getId(), "the subprocess must have a name");
            } else if (node instanceof Task || node instanceof CallActivity) {
                findings.addUnless(
                        words(node.getName()) >= 2,
                        node.getId(),
                        "the name of a task is a verb and an object, such as 'Plan release'");
            } else {
                findings.addUnless(
                        words(node.getName()) >= 2,
                        node.getId(),
                        "the name of an event is an object and what happened to it, such as 'Release approved'");
            }
        });
    }

    private static void checkGateway(Gateway gateway, List<SequenceFlow> answers, Findings.InFile findings) {
        boolean splits = answers.size() > 1;
        if (!splits || gateway instanceof ParallelGateway || gateway instanceof EventBasedGateway) {
            return;
        }
        findings.addUnless(
                isNamed(gateway.getName()) && gateway.getName().strip().endsWith("?"),
                gateway.getId(),
                "a gateway that splits asks a question, such as 'Release accepted?'");
        for (SequenceFlow answer : answers) {
            findings.addUnless(
                    isNamed(answer.getName()),
                    answer.getId(),
                    "the flow answers the question of %s, so it must have a name",
                    gateway.getId());
        }
    }

    private static boolean isNamed(@Nullable String name) {
        return name != null && !name.isBlank();
    }

    private static int words(@Nullable String name) {
        return isNamed(name) && name != null ? name.strip().split("\\s+").length : 0;
    }
}
