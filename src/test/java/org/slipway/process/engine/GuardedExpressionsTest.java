package org.slipway.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression can reach when it runs, even one that came past the gate. */
@EngineTest
class GuardedExpressionsTest {

    private static final VariableMap VARIABLES = Variables.createVariables()
            .putValue("text", "a text")
            .putValue("count", 3)
            .putValue("list", List.of("x", "y"))
            .putValue("map", Map.of("key", "value"))
            .putValue("day", new Date(0))
            .putValue("name", "class")
            .putValue("method", "getClass")
            .putValue("type", Runtime.class)
            .putValue("loader", GuardedExpressionsTest.class.getClassLoader());

    private final ProcessEngineConfigurationImpl engine;
    private final FilterService filters;
    private final TaskService tasks;
    private final IdentityService identity;

    GuardedExpressionsTest(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
        this.identity = engine.getIdentityService();
    }

    @AfterEach
    void forgetWhoIAm() {
        identity.clearAuthentication();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${count + 1}                                   | 4
            ${text.length()}                               | 6
            ${text.toUpperCase()} and ${list[1]}           | A TEXT and y
            ${list.size()}                                 | 2
            ${list.contains('x')}                          | true
            ${map.key}                                     | value
            ${map['key']}                                  | value
            ${map.get('key')}                              | value
            ${day.time}                                    | 0
            ${day.before(now())}                           | true
            ${packers.groups(text)}                        | packers
            ${empty list ? 'none' : list.get(0)}           | x
            ${dateTime().minusDays(3).isBefore(dateTime())}| true
            """)
    void readsValuesAndCallsPublishedBeans(String expression, String value) {
        assertThat(evaluate(expression)).asString().isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${text[name]}",
                "${list[name]}",
                "${packers[name]}",
                "${text.bytes}",
                "${type.name}",
                "${type.getName()}",
                "${loader.parent}",
                "${(true ? text : count)['cl'.concat('ass')]}",
                "${packers.groups(text).bytes}",
                "${secret}",
                "${secret.leak()}",
                "${environment}",
                "${systemProperties}",
                "${day.setTime(1)}",
                "${list.add('z')}",
                "${list.clear()}",
                "${map.put('a', 'b')}",
                "${text.getClass()}",
                "${text.repeat(1000000000)}",
                "${text.matches('(a+)+$')}",
                "${handOver.execute(null)}",
            })
    void reachesNothingElse(String hostile) {
        assertThatThrownBy(() -> evaluate(hostile)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "feel", "javascript", "ecmascript", "groovy"})
    void hasNoScriptEngine(String language) {
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired()
                        .execute(command -> engine.getScriptingEngines().getScriptEngineForLanguage(language)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Scripts are not allowed");
    }

    @Test
    void guardsDecisionsThatSpeakJuelAsWell() {
        assertThat(decide("juel", "${text.length()}")).isEqualTo(6);
        assertThatThrownBy(() -> decide("juel", "${text.getClass()}")).hasMessageContaining("getClass");
        assertThatThrownBy(() -> decide("juel", "${text[name]}"))
                .hasRootCauseMessage("class of a String may not be used in a model");
    }

    @Test
    void letsFeelReachNoJava() {
        assertThat(decide("feel", "string length(text)")).isEqualTo(6L);
        assertThat(
                        attempt(
                                "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }(-1)"))
                .isNotEqualTo(1L);
        assertThat(attempt("text.getClass()") instanceof Class).isFalse();
        assertThat(attempt("text.class") instanceof Class).isFalse();
        assertThat(attempt("map.class") instanceof Class).isFalse();
        assertThat(attempt("get value(map, \"class\")") instanceof Class).isFalse();
    }

    @Test
    void keepsTheFunctionsOfTasklistFilters() {
        identity.setAuthentication("operator", List.of("operations"));
        TaskQuery query = tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskCreatedBeforeExpression("${now()}")
                .dueBeforeExpression("${dateTime().plusDays(2).withTimeAtStartOfDay()}")
                .or()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();

        assertThat(filters.listPage(stored(query).getId(), 0, 10)).isEmpty();
    }

    @Test
    void guardsTasklistFiltersAsWell() {
        TaskQuery query = tasks.createTaskQuery().taskAssigneeExpression("${currentUser().getClass().name}");
        Filter filter = stored(query);

        assertThatThrownBy(() -> filters.listPage(filter.getId(), 0, 10)).hasMessageContaining("getClass");
    }

    private Filter stored(TaskQuery query) {
        identity.clearAuthentication();
        Filter filter = filters.newTaskFilter("filter " + System.identityHashCode(query));
        filter.setOwner("operator");
        filter.setQuery(query);
        filters.saveFilter(filter);
        identity.setAuthentication("operator", List.of("operations"));
        return filter;
    }

    private @Nullable Object evaluate(String expression) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> engine.getDmnEngineConfiguration()
                        .getElProvider()
                        .createExpression(expression)
                        .getValue(VARIABLES.asVariableContext()));
    }

    private @Nullable Object attempt(String feel) {
        try {
            return decide("feel", feel);
        } catch (RuntimeException refused) {
            return null;
        }
    }

    private @Nullable Object decide(String language, String expression) {
        String decision = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:test">
                  <decision id="literal" name="literal"><variable id="v" name="v"/>
                    <literalExpression id="e" expressionLanguage="%s"><text><![CDATA[%s]]></text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(language, expression);
        DmnEngine decisions = engine.getDmnEngineConfiguration().buildEngine();
        return engine.getCommandExecutorTxRequired()
                .execute(command -> decisions
                        .evaluateDecision(
                                decisions.parseDecision("literal", new ByteArrayInputStream(decision.getBytes())),
                                VARIABLES)
                        .getSingleEntry());
    }
}
