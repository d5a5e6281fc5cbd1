package org.slipway.process.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;
import org.jspecify.annotations.Nullable;
import org.slipway.process.engine.contract.Finding;
import org.slipway.process.engine.contract.ModelContract;

/**
 * Refuses every new deployment that breaks the contract of models, wherever it comes from, before anything of it is
 * parsed. Camunda Modeler shows the reasons with the ids of the elements; over REST the answer is 400 with the same.
 */
class ModelGate implements Deployer {

    private static final @Nullable Element NOWHERE = null;

    private final ModelContract contract;

    ModelGate(ModelContract contract) {
        this.contract = contract;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> files = new HashMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        List<Finding> findings = contract.check(files);
        if (!findings.isEmpty()) {
            throw refusal(findings);
        }
    }

    private static ParseException refusal(List<Finding> findings) {
        Map<String, List<Problem>> byFile = findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::resource,
                        LinkedHashMap::new,
                        Collectors.mapping(ModelGate::problem, Collectors.toList())));
        String message = findings.stream()
                .map(Finding::toString)
                .collect(Collectors.joining("\n", "The deployment breaks the contract of models:\n", ""));
        String first = findings.get(0).resource();
        ParseException refusal = new ParseException(message, first, byFile.remove(first), List.of());
        byFile.forEach(
                (file, problems) -> refusal.getResorceReports().add(new ResourceReportImpl(file, problems, List.of())));
        return refusal;
    }

    private static Problem problem(Finding finding) {
        String element = finding.element();
        return element == null
                ? new ProblemImpl(finding.reason(), NOWHERE)
                : new ProblemImpl(finding.reason(), NOWHERE, element);
    }
}
