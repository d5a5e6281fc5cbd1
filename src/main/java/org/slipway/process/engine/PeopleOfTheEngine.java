package org.slipway.process.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom the engine's tables name. What runs is changed through its interfaces; what has happened they cannot change, so of
 * history and of what an account leaves behind the columns themselves are written (src/docs/adr/0015).
 */
@Component
class PeopleOfTheEngine implements PersonalData {

    /** Columns of history with people in them; values are people where tasks are handed on. */
    private static final Map<String, List<String>> HISTORY = Map.ofEntries(
            Map.entry("ACT_HI_PROCINST", List.of("START_USER_ID_")),
            Map.entry("ACT_HI_ACTINST", List.of("ASSIGNEE_")),
            Map.entry("ACT_HI_TASKINST", List.of("OWNER_", "ASSIGNEE_")),
            Map.entry("ACT_HI_VARINST", List.of("TEXT_", "TEXT2_")),
            Map.entry("ACT_HI_DETAIL", List.of("TEXT_", "TEXT2_")),
            Map.entry("ACT_HI_IDENTITYLINK", List.of("USER_ID_", "ASSIGNER_ID_")),
            Map.entry("ACT_HI_COMMENT", List.of("USER_ID_")),
            Map.entry("ACT_HI_ATTACHMENT", List.of("USER_ID_")),
            Map.entry("ACT_HI_OP_LOG", List.of("USER_ID_", "ORG_VALUE_", "NEW_VALUE_")),
            Map.entry("ACT_HI_DECINST", List.of("USER_ID_")),
            Map.entry("ACT_HI_DEC_IN", List.of("TEXT_", "TEXT2_")),
            Map.entry("ACT_HI_DEC_OUT", List.of("TEXT_", "TEXT2_")));

    private final EngineCommands engine;
    private final TaskService tasks;
    private final FilterService filters;
    private final AuthorizationService grants;
    private final JdbcClient jdbc;

    PeopleOfTheEngine(
            EngineCommands engine,
            TaskService tasks,
            FilterService filters,
            AuthorizationService grants,
            JdbcClient jdbc) {
        this.engine = engine;
        this.tasks = tasks;
        this.filters = filters;
        this.grants = grants;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> countingOn(String person, int most) {
        return jdbc.sql(
                        "select distinct e.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
                                + " where t.ASSIGNEE_ = ? and e.BUSINESS_KEY_ is not null order by e.BUSINESS_KEY_ fetch first "
                                + most + " rows only")
                .param(person)
                .query(String.class)
                .list();
    }

    @Override
    public void erase(Erasure person) {
        engine.ask(() -> {
            withdraw(person);
            return true;
        });
        String outside = person.held().isEmpty()
                ? ""
                : " and (ROOT_PROC_INST_ID_ is null or ROOT_PROC_INST_ID_ not in"
                        + " (select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ in (:held)))";
        HISTORY.forEach((table, columns) -> columns.forEach(column -> {
            person.run(
                    table,
                    "update " + table + " set " + column + " = :pseudonym where " + column + " = :name" + outside);
            person.lookedAt(table, column);
        }));
        person.rename("ACT_HI_BATCH", "CREATE_USER_ID_");
        person.rename("ACT_RU_BATCH", "CREATE_USER_ID_");
        person.delete("ACT_ID_INFO", "USER_ID_");
        person.delete("ACT_ID_MEMBERSHIP", "USER_ID_");
        person.delete("ACT_ID_TENANT_MEMBER", "USER_ID_");
    }

    /** From what is going on now: shared tasks, saved filters, grants. Nobody holds a task of an open release any more. */
    private void withdraw(Erasure person) {
        String name = person.name();
        tasks.createTaskQuery()
                .taskCandidateUser(name)
                .includeAssignedTasks()
                .list()
                .forEach(task -> {
                    tasks.deleteCandidateUser(task.getId(), name);
                    person.ran("ACT_RU_IDENTITYLINK", 1);
                });
        tasks.createTaskQuery().taskOwner(name).list().forEach(task -> {
            tasks.setOwner(task.getId(), person.pseudonym());
            person.ran("ACT_RU_TASK", 1);
        });
        filters.createFilterQuery().filterOwner(name).list().forEach(filter -> {
            filters.saveFilter(filter.setOwner(person.pseudonym()));
            person.ran("ACT_RU_FILTER", 1);
        });
        grants.createAuthorizationQuery().userIdIn(name).list().forEach(grant -> {
            grants.deleteAuthorization(grant.getId());
            person.ran("ACT_RU_AUTHORIZATION", 1);
        });
        grants.createAuthorizationQuery()
                .resourceType(Resources.USER)
                .resourceId(name)
                .list()
                .forEach(grant -> {
                    grants.deleteAuthorization(grant.getId());
                    person.ran("ACT_RU_AUTHORIZATION", 1);
                });
        person.lookedAt("ACT_RU_IDENTITYLINK", "USER_ID_");
        person.lookedAt("ACT_RU_TASK", "OWNER_", "ASSIGNEE_");
        person.lookedAt("ACT_RU_FILTER", "OWNER_");
        person.lookedAt("ACT_RU_AUTHORIZATION", "USER_ID_");
    }
}
