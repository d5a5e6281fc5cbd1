package org.slipway.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** One release on its way through the models, on an engine that knows neither Spring nor our tables. */
final class WalkedRelease {

    private static final Map<String, WalkedRelease> ALL = new ConcurrentHashMap<>();
    private static final Map<String, Object> FLOWS =
            Map.of("planningProcess", "release-planning:1", "deploymentProcess", "release-deployment:1");
    private static final ProcessEngine ENGINE = deployAllModelsTogether();

    final Map<String, Object> facts =
            new HashMap<>(Map.of("risk", "LOW", "kind", "MINOR", "windowOpen", false, "deploymentInEffect", false));
    final List<String> ran = new ArrayList<>();
    final List<String> openSteps = new ArrayList<>();
    private final String number = UUID.randomUUID().toString();

    WalkedRelease() {
        ALL.put(number, this);
    }

    static WalkedRelease of(String number) {
        return Objects.requireNonNull(ALL.get(number), number);
    }

    static List<File> models(String... suffixes) {
        var files = new File("bpmn").listFiles(file -> Stream.of(suffixes).anyMatch(file.getName()::endsWith));
        return Arrays.asList(Objects.requireNonNull(files));
    }

    void register() {
        ENGINE.getRuntimeService().startProcessInstanceByKey("release-lifecycle", number, FLOWS);
    }

    void registerUpToAuthorisation() {
        register();
        complete("planRelease");
        complete("approveRelease", "decision", "APPROVED");
    }

    void reopen(String phase) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation("ReleaseReopened")
                .processInstanceBusinessKey(number)
                .setVariables(FLOWS)
                .setVariable("phase", phase)
                .correlateStartMessage();
    }

    void complete(String key, Object... answers) {
        var variables = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) variables.put((String) answers[i], answers[i + 1]);
        ENGINE.getTaskService().complete(first(key).getId(), variables);
    }

    void toRoot(String message) {
        toPhase("release-lifecycle", message, Map.of());
    }

    /** Variables of a triggered event subprocess stay in it, so that several can be open side by side. */
    void toPhase(String process, String message, Map<String, Object> variables) {
        var phase = ENGINE.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(process)
                .singleResult();
        ENGINE.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(phase.getId())
                .setVariablesToTriggeredScope(variables)
                .correlate();
    }

    void fireTimer(String activity) {
        var job = ENGINE.getManagementService().createJobQuery().activityId(activity).list().stream()
                .filter(this::isMine)
                .findFirst();
        ENGINE.getManagementService().executeJob(job.orElseThrow().getId());
    }

    List<Task> openTasks() {
        return ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    List<String> tasks() {
        return openTasks().stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    Object backoutStep() {
        return ENGINE.getTaskService().getVariable(first("carryOutBackoutStep").getId(), "backoutStep");
    }

    List<String> typesOfAllVariables() {
        return ENGINE.getHistoryService().createHistoricVariableInstanceQuery().list().stream()
                .map(HistoricVariableInstance::getTypeName)
                .distinct()
                .toList();
    }

    String end() {
        var root = ENGINE.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .finished()
                .singleResult();
        return ENGINE.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(root.getId())
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityId();
    }

    private Task first(String key) {
        return openTasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not open, but " + tasks()));
    }

    private boolean isMine(Job job) {
        return ENGINE.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .processInstanceBusinessKey(number)
                        .count()
                == 1;
    }

    private static void run(DelegateExecution execution) {
        of(execution.getProcessBusinessKey()).pass(execution);
    }

    private void pass(DelegateExecution execution) {
        var activity = execution.hasVariable("activityId") ? " " + execution.getVariable("activityId") : "";
        ran.add(execution.getCurrentActivityId() + activity);
        switch (execution.getCurrentActivityId()) {
            case "recordPlan" -> set(execution, "risk", "kind");
            case "recordAuthorisation" -> {
                set(execution, "windowOpen");
                execution.setVariable("deployed", false);
            }
            case "recordCancellation" -> set(execution, "deploymentInEffect");
            case "recordApproval" -> execution.setVariable("approval", execution.getVariable("decision"));
            case "recordSolution" -> execution.setVariable("deployed", true);
            default -> {}
        }
    }

    private void set(DelegateExecution execution, String... names) {
        for (var name : names) execution.setVariable(name, facts.get(name));
    }

    private static ProcessEngine deployAllModelsTogether() {
        var configuration = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:models");
        configuration.setProcessEngineName("models");
        Map<Object, Object> beans = new HashMap<>(StubbedBeans.BY_NAME);
        for (var file : models(".bpmn")) {
            for (var task : Bpmn.readModelFromFile(file).getModelElementsByType(ServiceTask.class)) {
                beans.put(task.getId(), (JavaDelegate) WalkedRelease::run);
            }
        }
        configuration.setBeans(beans);
        var engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        for (var file : models(".bpmn", ".dmn")) {
            try (var stream = new FileInputStream(file)) {
                deployment.addInputStream(file.getName(), stream);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        deployment.deploy();
        return engine;
    }
}
