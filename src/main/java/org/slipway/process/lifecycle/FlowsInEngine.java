package org.slipway.process.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.slipway.portfolio.DeployedFlow;
import org.slipway.portfolio.DeployedFlows;
import org.slipway.portfolio.FlowKind;
import org.slipway.process.engine.EngineCommands;
import org.springframework.stereotype.Component;

/**
 * The flows that are deployed. A flow is known by the delegate that its lifecycle waits for: only {@code recordApproval}
 * says how planning ended, and only {@code recordSolution} that a release is deployed.
 */
@Component
class FlowsInEngine implements DeployedFlows {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST = 200;

    private record Known(Instant at, int version) {}

    private final EngineCommands engine;
    private final RepositoryService repository;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    FlowsInEngine(EngineCommands engine, RepositoryService repository, Clock clock) {
        this.engine = engine;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public List<DeployedFlow> newest(FlowKind kind) {
        return engine.ask(
                () -> definitions().latestVersion().orderByProcessDefinitionKey().asc().listPage(0, MOST).stream()
                        .filter(definition -> carriesOut(kind, definition))
                        .map(definition -> new DeployedFlow(
                                definition.getKey(),
                                definition.getName(),
                                definition.getVersion(),
                                definition.getVersionTag(),
                                kind))
                        .toList());
    }

    /** Remembered: every registration asks, and hardly anybody deploys. */
    @Override
    public Optional<Integer> newestVersion(String process) {
        Instant now = clock.instant();
        Known present = known.get(process);
        if (present != null && Duration.between(present.at(), now).abs().compareTo(FRESH) <= 0) {
            return Optional.of(present.version());
        }
        Optional<Integer> newest =
                engine.ask(() -> definitions().processDefinitionKey(process).latestVersion().listPage(0, 1).stream()
                        .map(ProcessDefinition::getVersion)
                        .findFirst());
        newest.ifPresent(version -> known.put(process, new Known(now, version)));
        return newest;
    }

    @Override
    public boolean exists(String process, int version) {
        return engine.ask(() -> find(process, version).isPresent());
    }

    @Override
    public boolean carriesOut(FlowKind kind, String process, int version) {
        return engine.ask(() -> find(process, version)
                .filter(definition -> carriesOut(kind, definition))
                .isPresent());
    }

    private boolean carriesOut(FlowKind kind, ProcessDefinition definition) {
        String delegate = switch (kind) {
            case PLANNING -> "${recordApproval}";
            case DEPLOYMENT -> "${recordSolution}";
        };
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(ServiceTask.class).stream()
                .anyMatch(task -> delegate.equals(task.getCamundaDelegateExpression()));
    }

    private Optional<ProcessDefinition> find(String process, int version) {
        return definitions().processDefinitionKey(process).processDefinitionVersion(version).listPage(0, 1).stream()
                .findFirst();
    }

    private ProcessDefinitionQuery definitions() {
        return repository.createProcessDefinitionQuery().withoutTenantId();
    }
}
