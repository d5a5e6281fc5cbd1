package org.slipway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every combination of the decision tables meets exactly one rule. */
class DecisionsTest {

    private static final Set<String> HIT = new HashSet<>();
    private static final DmnEngine ENGINE = engine();

    @AfterAll
    static void hitsEveryRule() {
        Set<String> rules = new HashSet<>();
        for (var file : WalkedRelease.models(".dmn")) {
            Dmn.readModelFromFile(file).getModelElementsByType(Rule.class).forEach(rule -> rules.add(rule.getId()));
        }
        assertThat(HIT).containsExactlyInAnyOrderElementsOf(rules);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH,HIGH,1",
        "HIGH,MEDIUM,2",
        "HIGH,LOW,3",
        "MEDIUM,HIGH,2",
        "MEDIUM,MEDIUM,3",
        "MEDIUM,LOW,4",
        "LOW,HIGH,3",
        "LOW,MEDIUM,4",
        "LOW,LOW,5"
    })
    void derivesThePriorityFromImpactAndUrgency(String impact, String urgency, int priority) throws IOException {
        assertThat(decide("derive-priority", Map.of("impact", impact, "urgency", urgency)))
                .isEqualTo(Map.of("priority", priority));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOW", "MEDIUM"})
    void asksTheApproversAloneUnlessItIsAnEmergency(String risk) throws IOException {
        for (var kind : new String[] {"MINOR", "MAJOR", "SIGNIFICANT"}) {
            assertThat(approvals(risk, kind)).isEqualTo(Map.of("managersToo", false, "quorum", 1));
        }
        assertThat(approvals(risk, "EMERGENCY")).isEqualTo(Map.of("managersToo", true, "quorum", 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "HIGH")
    void asksTheManagersTooForAHighOrUnknownRisk(@Nullable String risk) throws IOException {
        for (var kind : new String[] {"MINOR", "MAJOR", "SIGNIFICANT", "EMERGENCY"}) {
            assertThat(approvals(risk, kind)).isEqualTo(Map.of("managersToo", true, "quorum", 2));
        }
    }

    private static DmnEngine engine() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener rules =
                table -> table.getMatchingRules().forEach(rule -> HIT.add(rule.getId()));
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(rules));
        return configuration.buildEngine();
    }

    private static Map<String, Object> approvals(@Nullable String risk, String kind) throws IOException {
        var facts = new HashMap<String, Object>(Map.of("kind", kind));
        facts.put("risk", risk);
        return decide("select-approvals", facts);
    }

    private static Map<String, Object> decide(String decision, Map<String, Object> facts) throws IOException {
        try (var table = new FileInputStream(new File("bpmn", decision + ".dmn"))) {
            return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(decision, table), facts)
                    .getSingleResult()
                    .getEntryMap();
        }
    }
}
