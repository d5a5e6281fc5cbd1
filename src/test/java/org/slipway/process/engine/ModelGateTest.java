package org.slipway.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.process.engine.contract.GoodModel;

/** What nobody may deploy, through whichever door. */
@EngineTest
class ModelGateTest {

    private static final String GROUPS = "${packers.groups(execution.processBusinessKey)}";

    private final RepositoryService repository;

    ModelGateTest(RepositoryService repository) {
        this.repository = repository;
    }

    @Test
    void letsAModelPassThatKeepsTheContract() {
        String deployment = deploy(GoodModel.files());

        assertThat(repository.getDeploymentResourceNames(deployment))
                .containsExactlyInAnyOrder(GoodModel.MODEL, GoodModel.DECISION, GoodModel.FORM);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .count())
                .isOne();
    }

    @Test
    void namesFileElementAndReasonOfEveryFault() {
        Map<String, byte[]> files = GoodModel.with(GoodModel.MODEL, "name=\"Pack parcel\"", "name=\"Packing\"");
        files.remove(GoodModel.DECISION);
        files.put("notes.txt", new byte[0]);

        ParseException refusal = catchThrowableOfType(ParseException.class, () -> deploy(files));

        assertThat(refusal)
                .hasMessageContaining("ship-parcel.bpmn: packParcel: the name of a task is a verb and an object");
        assertThat(refusal.getResorceReports())
                .flatExtracting(report -> report.getErrors().stream()
                        .map(problem -> report.getResourceName() + " " + problem.getMainElementId())
                        .toList())
                .containsExactlyInAnyOrder(
                        "notes.txt null", "ship-parcel.bpmn packParcel", "ship-parcel.bpmn chooseCarrier");
    }

    @Test
    void leavesNothingBehindOfARefusedDeployment() {
        Map<String, byte[]> files = GoodModel.with(GoodModel.MODEL, "${!packed}", "${!wrapped}");
        long before = repository.createDeploymentQuery().count();

        assertThatThrownBy(() -> deploy(files)).isInstanceOf(ParseException.class);

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('id')}",
                "${packed.getClass()}",
                "${packers.getClass()}",
                "${packers.class}",
                "${packed.class.name}",
                "${packed['class']}",
                "${execution['processEngineServices']}",
                "${execution[weight]}",
                "${packed[weight]()}",
                "${secret.leak()}",
                "${secret}",
                "${applicationContext}",
                "${execution.getProcessEngine()}",
                "${execution.processEngineServices.runtimeService}",
                "${execution.getProcessEngineServices().getRepositoryService()}",
                "${(execution).processEngineServices}",
                "${execution.setVariable('packed', true)}",
                "${task.complete()}",
                "${handOver.execute(execution)}",
                "${packers.equals(packers)}",
                "${weight.packers()}",
                "#{packed.getClass()}",
                "before ${packed.getClass()} after",
                "${packed.getClass(}",
            })
    void refusesHostileExpressionsWhereverTheyStand(String hostile) {
        String escaped = hostile.replace("'", "&#39;");

        assertRefused(GROUPS, escaped);
        assertRefused("${!packed}", escaped);
        assertRefused("calledElement=\"${route}\"", "calledElement=\"" + escaped + "\"");
        assertRefused("name=\"Pack parcel\"", "name=\"Pack " + escaped + "\"");
        assertRefused(
                "<camunda:in source=\"weight\" target=\"weight\"/>",
                "<camunda:in sourceExpression=\"" + escaped + "\" target=\"weight\"/>");
        assertRefused(
                "event=\"assignment\" delegateExpression=\"${noteAssignment}\"",
                "event=\"assignment\" delegateExpression=\"" + escaped + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${packed}",
                "${weight + 1}",
                "${weight > 3 &amp;&amp; !packed ? 'a' : 'b'}",
                "${packers.groups(carrier)}",
                "${packers.groups(execution.getVariable(carrier)).toLowerCase()}",
                "${carrier.size()}",
                "${carrier[0]}",
                "${carrier['key'].length()}",
                "${execution.id} of ${execution.getProcessBusinessKey()}",
                "${decisionResult.getSingleResult().quorum}",
                "${empty carrier}",
                "#{route}",
            })
    void letsHarmlessExpressionsPass(String harmless) {
        assertThat(deploy(GoodModel.with(GoodModel.MODEL, GROUPS, harmless))).isNotNull();
    }

    @Test
    void refusesScriptsInEveryDisguise() {
        assertRefused(
                "<subProcess",
                "<scriptTask id=\"runIt\" name=\"Run it\" scriptFormat=\"juel\"><script>${1}</script></scriptTask><subProcess");
        assertRefused("tFormalExpression\">", "tFormalExpression\" language=\"juel\">");
        assertRefused("tFormalExpression\">", "tFormalExpression\" language=\"feel\">");
        assertRefused(
                "<camunda:in source=\"weight\" target=\"weight\"/>",
                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"juel\">${1}"
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput>");
        assertRefused(
                "event=\"assignment\" delegateExpression=\"${noteAssignment}\"/>",
                "event=\"create\"><camunda:script scriptFormat=\"juel\">${1}</camunda:script></camunda:taskListener>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "javascript", "groovy"})
    void refusesDecisionsThatSpeakAnythingButFeel(String language) {
        assertThatThrownBy(() -> deploy(GoodModel.with(
                        GoodModel.DECISION, "expressionLanguage=\"feel\"", "expressionLanguage=\"" + language + "\"")))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("decisions speak FEEL");
    }

    private void assertRefused(String place, String instead) {
        Map<String, byte[]> files = GoodModel.with(GoodModel.MODEL, place, instead);
        assertThatThrownBy(() -> deploy(files)).as(instead).isInstanceOf(ParseException.class);
    }

    private String deploy(Map<String, byte[]> files) {
        DeploymentBuilder deployment = repository.createDeployment().name("from a modeler");
        files.forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        return deployment.deploy().getId();
    }
}
