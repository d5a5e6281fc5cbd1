package org.slipway.process.engine.contract;

import java.util.Collection;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A process is called as its file, says its version and how long its history is kept; ids are written by hand. */
final class IdentityRules {

    private static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern GENERATED = Pattern.compile("[A-Z][A-Za-z]*_[0-9a-z]{7}");
    private static final Pattern DAYS = Pattern.compile("P?[0-9]+D?");

    private IdentityRules() {}

    static void check(BpmnFile file, Findings.InFile findings) {
        Collection<Process> processes = file.all(Process.class);
        if (processes.size() != 1) {
            findings.add(null, "a file holds exactly one process, this one holds %d", processes.size());
        }
        processes.forEach(process -> checkProcess(file, process, findings));
        file.all(FlowNode.class).forEach(node -> checkId(node.getId(), findings));
        file.all(SequenceFlow.class).forEach(flow -> checkId(flow.getId(), findings));
        file.all(RootElement.class).forEach(root -> {
            if (!(root instanceof EventDefinition)
                    && root.getId() != null
                    && GENERATED.matcher(root.getId()).matches()) {
                findings.add(root.getId(), "the id was generated; write one by hand");
            }
        });
    }

    private static void checkProcess(BpmnFile file, Process process, Findings.InFile findings) {
        String id = process.getId();
        findings.addUnless(
                file.title().equals(id), id, "the process is called as its file, so its id must be %s", file.title());
        findings.addUnless(process.isExecutable(), id, "the process must be executable");
        String timeToLive = process.getCamundaHistoryTimeToLiveString();
        findings.addUnless(
                timeToLive != null && DAYS.matcher(timeToLive).matches(),
                id,
                "historyTimeToLive must say how many days history is kept, such as P2555D");
        String version = process.getCamundaVersionTag();
        findings.addUnless(version != null && !version.isBlank(), id, "versionTag must name the version of the model");
    }

    private static void checkId(String id, Findings.InFile findings) {
        if (!LOWER_CAMEL.matcher(id).matches()) {
            findings.add(
                    id,
                    GENERATED.matcher(id).matches()
                            ? "the id was generated; write one by hand in lowerCamelCase"
                            : "the id must be written in lowerCamelCase");
        }
    }
}
