package org.slipway.process;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.slipway.support.PostgreSQL;
import org.slipway.support.StatementLog;
import org.slipway.support.StatementLog.Stage;
import org.slipway.support.TestDatabase;

/**
 * The shipped models on an engine as it comes out of the box (full history, no authorizations, no Spring, none of our
 * tables), with every delegate and every bean replaced by nothing. Tasks are completed by the same people through the
 * engine's own API. What this costs is what Camunda itself costs.
 */
final class BareFloor implements AutoCloseable {

    private static final String NEVER = "2099-01-01T00:00:00";

    private final StatementLog log;
    private final ProcessEngine engine;
    private String number = "";

    BareFloor(StatementLog log) {
        this.log = log;
        this.engine = engine(log.watch(database()));
        deploy();
    }

    DataSource dataSource() {
        return engine.getProcessEngineConfiguration().getDataSource();
    }

    /** One full lifecycle, command by command as the application's. */
    void liveOnce() {
        number = "REL-" + UUID.randomUUID();
        command(
                "register",
                "requester",
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "release-lifecycle",
                                number,
                                Map.of(
                                        "planningProcess",
                                        "release-planning:1",
                                        "deploymentProcess",
                                        "release-deployment:1")));
        complete("plan", "operator", "planRelease", Map.of(), Map.of("risk", "LOW", "kind", "MINOR"));
        complete(
                "approve",
                "approver",
                "approveRelease",
                Map.of("approval", "APPROVED"),
                Map.of("decision", "APPROVED"));
        complete(
                "authorise",
                "requester",
                "authoriseRelease",
                Map.of("deployed", false),
                Map.of("decision", "GO", "windowOpen", true));
        addActivity("add activity 1");
        addActivity("add activity 2");
        complete("carry out 1", "operator", "carryOutActivity", Map.of(), Map.of("minutesSpent", 10));
        complete("carry out 2", "operator", "carryOutActivity", Map.of(), Map.of("minutesSpent", 10));
        complete("execute", "operator", "executeRelease", Map.of(), Map.of("outcome", "SOLVED"));
        complete("test", "operator", "testRelease", Map.of(), Map.of("outcome", "SOLVED"));
        complete("homologate", "approver", "homologateRelease", Map.of("deployed", true), Map.of("outcome", "SOLVED"));
        complete("close", "requester", "closeRelease", Map.of(), Map.of("accepted", true));
        if (engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                > 0) {
            throw new AssertionError("The floor did not come to its end");
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private void complete(
            String command, String person, String task, Map<String, Object> kept, Map<String, Object> passing) {
        Task open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(task)
                .listPage(0, 1)
                .get(0);
        Map<String, Object> answers = new HashMap<>(kept);
        passing.forEach((name, value) -> answers.put(name, Variables.untypedValue(value, true)));
        command(command, person, () -> engine.getTaskService().complete(open.getId(), answers));
    }

    private void addActivity(String command) {
        ProcessInstance phase = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("release-deployment")
                .singleResult();
        command(
                command,
                "operator",
                () -> engine.getRuntimeService()
                        .createMessageCorrelation("ActivityAdded")
                        .processInstanceId(phase.getId())
                        .setVariablesToTriggeredScope(
                                Map.of("activityId", UUID.randomUUID().toString()))
                        .correlate());
    }

    private void command(String command, String person, Runnable call) {
        engine.getIdentityService().setAuthenticatedUserId(person);
        log.begin(command, Stage.WORK);
        call.run();
        log.end();
        engine.getIdentityService().clearAuthentication();
    }

    private static DataSource database() {
        String name = "floor_" + UUID.randomUUID().toString().replace("-", "");
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(
                TestDatabase.isPostgreSql()
                        ? PostgreSQL.freshDatabase(name)
                        : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        pool.setUsername(TestDatabase.isPostgreSql() ? PostgreSQL.USER : "sa");
        pool.setPassword(TestDatabase.isPostgreSql() ? PostgreSQL.USER : "");
        pool.setMaximumPoolSize(2);
        return new HikariDataSource(pool);
    }

    private static ProcessEngine engine(DataSource database) {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("floor");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        // The generator out of the box fetches a block of ids now and then; clusters use this one.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(Map.of("approvers", List.of("approvers"), "phases", new StubbedBeans.Phases()));
        return configuration.buildProcessEngine();
    }

    private void deploy() {
        var deployment = engine.getRepositoryService().createDeployment();
        for (var file : WalkedRelease.models(".bpmn", ".dmn")) {
            try {
                deployment.addString(file.getName(), stripped(Files.readString(file.toPath())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        deployment.deploy();
    }

    /** The same model with nothing behind it. What our beans answer in this lifecycle stands there as a constant. */
    private static String stripped(String model) {
        return model.replaceAll("camunda:delegateExpression=\"[^\"]*\"", "camunda:expression=\"\\${1+1}\"")
                .replaceAll("camunda:collection=\"\\$\\{assignment[^\"]*\"", "camunda:collection=\"\\${approvers}\"")
                .replaceAll(
                        "camunda:assignee=\"\\$\\{assignment.requester\\([^\"]*\"", "camunda:assignee=\"requester\"")
                .replaceAll("camunda:candidateGroups=\"\\$\\{assignment.requesterSubstitutes[^\"]*\"", "")
                .replaceAll("camunda:assignee=\"\\$\\{assignment.activityAssignee[^\"]*\"", "")
                .replaceAll(
                        "camunda:candidateGroups=\"\\$\\{assignment.planners[^\"]*\"",
                        "camunda:candidateGroups=\"operations,release-managers\"")
                .replaceAll(
                        "camunda:candidateGroups=\"\\$\\{assignment.homologators[^\"]*\"",
                        "camunda:candidateGroups=\"approvers\"")
                .replaceAll(
                        "camunda:candidateGroups=\"\\$\\{assignment[^\"]*\"", "camunda:candidateGroups=\"operations\"")
                .replaceAll("\\$\\{due\\.[^}]*}", NEVER)
                .replaceAll("\\$\\{backoutPlan\\.[^}]*}", "1");
    }
}
