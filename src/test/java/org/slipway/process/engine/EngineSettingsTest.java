package org.slipway.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.process.engine.contract.GoodModel;

/** The settings that somebody relies on. */
@EngineTest
class EngineSettingsTest {

    private final ProcessEngineConfigurationImpl settings;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identity;
    private final AuthorizationService authorizations;

    EngineSettingsTest(ProcessEngine engine) {
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.history = engine.getHistoryService();
        this.identity = engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
    }

    @BeforeEach
    void deployTheModel() {
        var deployment = repository.createDeployment().name("parcels").enableDuplicateFiltering(false);
        GoodModel.files().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        deployment.deploy();
    }

    @AfterEach
    void forgetWhoIAm() {
        identity.clearAuthentication();
    }

    @Test
    void areAppliedAsConfigured() {
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("slipway");
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P2555D");
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(settings.getHistoryCleanupJobLogTimeToLive()).isEqualTo("P30D");
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.getAuthorizationCheckRevokes()).isEqualTo("never");
        assertThat(settings.isMetricsEnabled()).isFalse();
        assertThat(settings.isTaskMetricsEnabled()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isStandaloneTasksEnabled()).isFalse();
        assertThat(settings.isJdbcBatchProcessing()).isTrue();
        assertThat(settings.getDefaultNumberOfRetries()).isEqualTo(3);
        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
        assertThat(settings.isEnableCmdExceptionLogging()).isFalse();
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
    }

    @Test
    void keepALogOfWhatPeopleDo() {
        Task task = start("keepALog");
        identity.setAuthenticatedUserId("operator");

        assertThatThrownBy(() -> tasks.claim(task.getId(), "operator")).isInstanceOf(AuthorizationException.class);
        grantTasksTo("operations");
        identity.setAuthentication("operator", List.of("operations"));
        tasks.claim(task.getId(), "operator");
        identity.clearAuthentication();

        assertThat(history.createUserOperationLogQuery().taskId(task.getId()).list())
                .extracting(UserOperationLogEntry::getUserId, UserOperationLogEntry::getOperationType)
                .contains(tuple("operator", UserOperationLogEntry.OPERATION_TYPE_CLAIM));
    }

    @Test
    void nameRowsShortlyAndInTheOrderOfTheirMoments() {
        String earlier = start("earlier").getId();
        String later = start("later").getId();

        assertThat(List.of(earlier, later)).allSatisfy(id -> assertThat(id).matches("[0-9A-Za-z]{20}"));
        assertThat(later).isNotEqualTo(earlier);
        assertThat(later.substring(0, 8)).isGreaterThanOrEqualTo(earlier.substring(0, 8));
    }

    @Test
    void writeNoAuthorizationsForTasks() {
        long before = authorizations.createAuthorizationQuery().count();
        Task task = start("noAuthorizations");

        tasks.setAssignee(task.getId(), "operator");
        tasks.setOwner(task.getId(), "manager");
        tasks.addCandidateUser(task.getId(), "approver");
        tasks.addCandidateGroup(task.getId(), "approvers");

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
    }

    @Test
    void refuseTasksThatBelongToNoProcess() {
        Task task = tasks.newTask();

        assertThatThrownBy(() -> tasks.saveTask(task)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void refuseVariablesThatAreObjects() {
        Task task = start("objects");

        assertThatThrownBy(() -> tasks.setVariable(task.getId(), "carrier", List.of("a", "b")))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> tasks.setVariable(
                        task.getId(),
                        "carrier",
                        Variables.serializedObjectValue("rO0ABXQAAWE=")
                                .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                                .objectTypeName("java.lang.String")
                                .create()))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void letTheResultOfADecisionPass() {
        Task task = start("decides");

        tasks.complete(task.getId(), Map.of("packed", true, "weight", 3, "route", "ship-parcel"));

        assertThat(runtime.getVariable(task.getProcessInstanceId(), "carrier")).isEqualTo("post");
        assertThat(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(task.getProcessInstanceId())
                        .processInstanceBusinessKey("decides")
                        .count())
                .isOne();
    }

    @Test
    void acceptNamesOfPeopleWithDotsAndAtSigns() {
        User person = identity.newUser("first.last@example.org");
        person.setPassword("Slipway-Demo-1");

        assertThatCode(() -> identity.saveUser(person)).doesNotThrowAnyException();
        assertThatThrownBy(() -> identity.saveUser(identity.newUser("a b"))).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void refuseWeakPasswords() {
        User person = identity.newUser("weak");
        person.setPassword("1");

        assertThatThrownBy(() -> identity.saveUser(person)).isInstanceOf(ProcessEngineException.class);
    }

    private Task start(String parcel) {
        String instance =
                runtime.startProcessInstanceByKey("ship-parcel", parcel).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private void grantTasksTo(String group) {
        identity.clearAuthentication();
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.TASK);
        grant.setResourceId("*");
        grant.setPermissions(new Permissions[] {Permissions.READ, Permissions.UPDATE});
        authorizations.saveAuthorization(grant);
    }
}
