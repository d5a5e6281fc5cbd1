package org.slipway.process.engine.contract;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** The files of one deployment: what each is, and what they offer to each other. */
final class Archive {

    private static final String FORM = ".html";

    private final Map<String, byte[]> files;
    private final List<BpmnFile> models = new ArrayList<>();
    private final List<DmnFile> decisions = new ArrayList<>();
    private final Set<String> processes = new HashSet<>();
    private final Set<String> decisionIds = new HashSet<>();

    /** Reads all files; what cannot be read, and what may not be in a deployment, is a finding. */
    Archive(Map<String, byte[]> files, Findings findings) {
        this.files = new TreeMap<>(files);
        this.files.forEach((name, bytes) -> read(name, bytes, findings.in(name)));
    }

    List<BpmnFile> models() {
        return models;
    }

    List<DmnFile> decisions() {
        return decisions;
    }

    /** The forms, by file name. */
    Map<String, byte[]> forms() {
        Map<String, byte[]> forms = new TreeMap<>(files);
        forms.keySet().removeIf(name -> !name.endsWith(FORM));
        return forms;
    }

    boolean hasFile(String name) {
        return files.containsKey(name);
    }

    boolean hasProcess(String id) {
        return processes.contains(id);
    }

    boolean hasDecision(String id) {
        return decisionIds.contains(id);
    }

    private void read(String name, byte[] bytes, Findings.InFile findings) {
        try {
            if (name.endsWith(BpmnFile.SUFFIX)) {
                BpmnFile model = new BpmnFile(name, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)));
                model.all(Process.class).forEach(process -> processes.add(process.getId()));
                models.add(model);
            } else if (name.endsWith(DmnFile.SUFFIX)) {
                DmnFile decision = new DmnFile(name, Dmn.readModelFromStream(new ByteArrayInputStream(bytes)));
                decision.all(Decision.class).forEach(one -> decisionIds.add(one.getId()));
                decisions.add(decision);
            } else if (!name.endsWith(FORM)) {
                findings.add(null, "only .bpmn, .dmn and .html files may be deployed");
            }
        } catch (ModelException e) {
            findings.add(null, "cannot be read: %s", reason(e));
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
