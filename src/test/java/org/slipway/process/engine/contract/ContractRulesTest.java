package org.slipway.process.engine.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the contract is broken once, in a deployment that keeps it otherwise. */
class ContractRulesTest {

    private final ModelContract contract = new ModelContract(GoodModel.VOCABULARY, GoodModel.BEANS);

    @Test
    void acceptsAModelThatKeepsTheContract() {
        assertThat(contract.check(GoodModel.files())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            # identity
            sendParcel           | <process id="ship-parcel"              | <process id="sendParcel"            | called as its file
            ship-parcel          | isExecutable="true"                    | isExecutable="false"                | must be executable
            ship-parcel          | camunda:versionTag="1.0"               | camunda:versionTag=" "              | versionTag
            ship-parcel          | camunda:historyTimeToLive="P30D"       | camunda:jobPriority="1"             | historyTimeToLive
            ship-parcel          | historyTimeToLive="P30D"               | historyTimeToLive="P1Y"             | historyTimeToLive
            Activity_0abc123     | "packParcel"                           | "Activity_0abc123"                  | generated
            pack_parcel          | "packParcel"                           | "pack_parcel"                       | lowerCamelCase
            ToPackParcel         | "toPackParcel"                         | "ToPackParcel"                      | lowerCamelCase
            Message_1x2y3z4      | "parcelRecalledMessage"                | "Message_1x2y3z4"                   | generated
            # names
            ship-parcel          | name="Ship parcel" is                  | is                                  | must have a name
            packParcel           | name="Pack parcel"                     | name="Packing"                      | a verb and an object
            handOverParcel       | name="Hand over parcel"                | name=" "                            | a verb and an object
            transportParcel      | name="Transport parcel"                | name="Transport"                    | a verb and an object
            parcelDelivered      | name="Parcel delivered"                | name="End"                          | what happened to it
            parcelPacked         | name="Parcel packed?"                  | name="Packed"                       | asks a question
            parcelPackedNo       | name="no" source                       | source                              | answers the question of parcelPacked
            recall               | name="Recall" trig                     | trig                                | must have a name
            # drawing
            packParcel           | bpmnElement="packParcel"               | bpmnElement="recall"                | is not drawn
            toPackParcel         | bpmnElement="toPackParcel"             | bpmnElement="toParcelPacked"        | is not drawn
            ship-parcel          | <dc:Bounds x="700" y="0"               | <dc:Bounds x="700" y="90"           | happy path
            ship-parcel          | <dc:Bounds x="700" y="0"               | <dc:Bounds x="10" y="0"             | happy path
            recall               | <dc:Bounds x="200" y="232"             | <dc:Bounds x="200" y="252"          | happy path
            # bindings
            handOverParcel       | delegateExpression="${handOver}"       | delegateExpression="${handUnder}"   | there is no delegate handUnder
            handOverParcel       | delegateExpression="${handOver}"       | delegateExpression="handOver"       | names one delegate
            handOverParcel       | delegateExpression="${handOver}"       | delegateExpression="${packers}"     | there is no delegate packers
            handOverParcel       | delegateExpression="${handOver}"       | expression="${handOver}"            | camunda:expression is not allowed
            handOverParcel       | camunda:delegateExpression="${handOver}" | camunda:class="java.lang.Object"  | camunda:class is not allowed
            handOverParcel       | camunda:delegateExpression="${handOver}" | activiti:class="java.lang.Object" | not used any more
            handOverParcel       | camunda:delegateExpression="${handOver}" | camunda:type="shell"              | camunda:type is not allowed
            handOverParcel       | camunda:delegateExpression="${handOver}" | camunda:type="external"           | camunda:type is not allowed
            handOverParcel       | camunda:delegateExpression="${handOver}" | implementation="##WebService"     | must name a delegate
            packParcel           | delegateExpression="${noteAssignment}" | class="java.lang.Object"            | delegateExpression only, not by class
            packParcel           | delegateExpression="${noteAssignment}" | expression="${packed}"              | delegateExpression only, not by expression
            packParcel           | delegateExpression="${noteAssignment}" | delegateExpression="${packers}"     | there is no packers
            packParcel           | event="assignment" delegateExpression="${noteAssignment}"/> | event="create"><camunda:script scriptFormat="juel">${1}</camunda:script></camunda:taskListener> | scripts are not allowed
            chooseCarrier        | decisionRef="choose-carrier"           | decisionRef="choose-ship"           | no decision choose-ship in the deployment
            chooseCarrier        | decisionRefBinding="deployment"        | decisionRefBinding="latest"         | bound to their deployment
            chooseCarrier        | camunda:decisionRef="choose-carrier"   | camunda:delegateExpression="${handOver}" | by camunda:decisionRef
            transportParcel      | calledElement="${route}"               | calledElement="transport" camunda:calledElementBinding="deployment" | no process transport in the deployment
            transportParcel      | calledElement="${route}"               | calledElement="ship-parcel"         | bound to its deployment
            transportParcel      | <camunda:in businessKey="#{execution.processBusinessKey}"/> | <camunda:in source="carrier" target="carrier"/> | passes its business key
            transportParcel      | businessKey="#{execution.processBusinessKey}" | businessKey="#{route}"       | passes its business key
            transportParcel      | source="weight" target="weight"        | variables="all"                     | variables="all"
            transportParcel      | calledElement="${route}"               | camunda:caseRef="x"                 | camunda:caseRef is not allowed
            transportParcel      | calledElement="${route}"               | calledElement="${route}" camunda:variableMappingClass="java.lang.Object" | variableMappingClass is not allowed
            parcelRecalledMessage| name="ParcelRecalled"                  | name="ParcelLost"                   | there is no message ParcelLost
            parcelRecalled       | messageRef="parcelRecalledMessage"     | camunda:exclusive="true"            | names no message
            # forms
            packParcel           | embedded:deployment:pack-parcel.html   | embedded:deployment:pack-box.html   | no form pack-box.html in the deployment
            packParcel           | embedded:deployment:pack-parcel.html   | embedded:app:pack-parcel.html       | bound to its deployment
            packParcel           | camunda:formKey="embedded:deployment:pack-parcel.html" | camunda:formRef="packParcel" | camunda:formRef is not allowed
            # work for people
            packParcel           | camunda:formKey="embedded:deployment:pack-parcel.html" | camunda:priority="1"  | has a form
            packParcel           | camunda:dueDate="${packers.due(execution.processBusinessKey)}" | camunda:priority="1"               | has a due date
            packParcel           | cancelActivity="false"                 | cancelActivity="true"               | non-interrupting timer
            packParcel           | attachedToRef="packParcel"             | attachedToRef="handOverParcel"      | non-interrupting timer
            # expressions
            parcelPackedNo       | ${!packed}                             | ${!wrapped}                         | wrapped in ${!wrapped} is neither
            parcelPackedNo       | ${!packed}                             | ${packed.class.name == 'x'}         | class may not be read
            parcelPackedNo       | tFormalExpression">                    | tFormalExpression" language="juel"> | without language
            packParcel           | ${packers.groups(                      | ${packers.fire(                     | packers.fire() may not be called
            chooseCarrier        | resultVariable="carrier"               | resultVariable="haulier"            | haulier is no variable
            transportParcel      | source="weight" target="weight"        | source="mass" target="weight"       | mass is no variable
            """)
    void refusesAModelThatBreaksARule(String element, String place, String instead, String reason) {
        assertThat(contract.check(GoodModel.with(GoodModel.MODEL, place, instead)))
                .anySatisfy(finding -> {
                    assertThat(finding.resource()).isEqualTo(GoodModel.MODEL);
                    assertThat(finding.element()).isEqualTo(element);
                    assertThat(finding.reason()).contains(reason);
                });
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            choose-carrier   | name="Choose carrier" camunda    | name=" " camunda                 | must have a name
            choose-carrier   | camunda:versionTag="1.0"         | camunda:diagramRelationId="x"    | versionTag
            choose-carrier   | camunda:historyTimeToLive="P30D" | camunda:diagramRelationId="x"    | historyTimeToLive
            choose-carrier   | dmnElementRef="choose-carrier"   | dmnElementRef="weightInput"      | is not drawn
            weightExpression | expressionLanguage="feel"        | expressionLanguage="juel"        | speak FEEL, not juel
            weightExpression | expressionLanguage="feel"        | expressionLanguage="javascript"  | speak FEEL, not javascript
            anyCarrier       | <outputEntry id="anyCarrier">    | <outputEntry id="anyCarrier" expressionLanguage="JUEL"> | speak FEEL
            weightInput      | <input id="weightInput">         | <input id="weightInput" camunda:formKey="x"> | camunda:formKey is not allowed
            """)
    void refusesADecisionThatBreaksARule(String element, String place, String instead, String reason) {
        assertThat(contract.check(GoodModel.with(GoodModel.DECISION, place, instead)))
                .anySatisfy(finding -> {
                    assertThat(finding.resource()).isEqualTo(GoodModel.DECISION);
                    assertThat(finding.element()).isEqualTo(element);
                    assertThat(finding.reason()).contains(reason);
                });
    }

    @Test
    void refusesADecisionThatIsNotCalledAsItsFile() {
        assertThat(contract.check(GoodModel.with(GoodModel.DECISION, "id=\"choose-carrier\"", "id=\"pick-carrier\"")))
                .contains(new Finding(
                        GoodModel.DECISION,
                        null,
                        "the main decision is called as its file, so its id must be choose-carrier"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cam-variable-name=\"wrapped\"",
                "cam-variable-name='wrapped'",
                "cam-variable-name=\"{{ wrapped }}\"",
                "data-answer = \"wrapped\""
            })
    void refusesAFormThatAsksForAnUnknownVariable(String field) {
        assertThat(contract.check(GoodModel.with(GoodModel.FORM, "cam-variable-name=\"packed\"", field)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.resource()).isEqualTo(GoodModel.FORM);
                    assertThat(finding.element()).contains("wrapped");
                });
    }

    @Test
    void refusesAFormWhoseScriptUsesAnUnknownVariable() {
        String script = "camForm.variableManager.createVariable({ name: 'wrapped', type: 'String' })";

        assertThat(contract.check(GoodModel.with(GoodModel.FORM, "</form>", "<script>" + script + "</script></form>")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.element()).isEqualTo("wrapped"));
    }

    @Test
    void refusesTwoProcessesInOneFile() {
        String second = "</process><process id=\"second\" isExecutable=\"false\"/>";

        assertThat(contract.check(GoodModel.with(GoodModel.MODEL, "</process>", second)))
                .extracting(Finding::reason)
                .contains("a file holds exactly one process, this one holds 2");
    }

    @Test
    void refusesScriptTasks() {
        String script =
                "<scriptTask id=\"runScript\" name=\"Run script\" scriptFormat=\"juel\"><script>${1}</script></scriptTask>";

        assertThat(contract.check(GoodModel.with(GoodModel.MODEL, "<subProcess", script + "<subProcess")))
                .extracting(Finding::element, Finding::reason)
                .contains(tuple("runScript", "scripts are not allowed in models; call a published delegate"));
    }

    @Test
    void refusesAFileThatIsNotBpmn() {
        assertThat(contract.check(Map.of("broken.bpmn", "<definitions".getBytes(UTF_8))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).startsWith("cannot be read: "));
    }

    @Test
    void refusesBpmnThatDoesNotKeepToItsSchema() {
        assertThat(contract.check(GoodModel.with(
                        GoodModel.MODEL, "<startEvent id=\"parcelOrdered\"", "<startParty id=\"parcelOrdered\"")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).startsWith("cannot be read: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case.cmmn", "run.groovy", "run.js", "packParcel.form", "ship-parcel.bpmn20.xml"})
    void refusesOtherKindsOfFiles(String name) {
        Map<String, byte[]> files = GoodModel.files();
        files.put(name, "x".getBytes(UTF_8));

        assertThat(contract.check(files))
                .containsExactly(new Finding(name, null, "only .bpmn, .dmn and .html files may be deployed"));
    }

    @Test
    void asksADeploymentToBringAlongWhatItsModelIsBoundTo() {
        Map<String, byte[]> alone = Map.of(GoodModel.MODEL, GoodModel.BPMN.getBytes(UTF_8));

        assertThat(contract.check(alone))
                .extracting(Finding::element, Finding::reason)
                .containsExactlyInAnyOrder(
                        tuple("packParcel", "there is no form pack-parcel.html in the deployment"),
                        tuple("chooseCarrier", "there is no decision choose-carrier in the deployment"));
    }
}
