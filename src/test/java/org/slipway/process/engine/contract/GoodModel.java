package org.slipway.process.engine.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.slipway.process.ForModels;

/** A deployment that keeps the contract, with every kind of element that the contract speaks of, and its vocabulary. */
public final class GoodModel {

    public static final String MODEL = "ship-parcel.bpmn";
    public static final String DECISION = "choose-carrier.dmn";
    public static final String FORM = "pack-parcel.html";

    public static final ModelVocabulary VOCABULARY =
            new ModelVocabulary(Set.of("packed", "weight", "carrier", "route"), Set.of("ParcelRecalled"));

    public static final PublishedBeans BEANS = new PublishedBeans(
            Map.of("handOver", HandOver.class, "packers", Packers.class, "noteAssignment", NoteAssignment.class));

    public static final String BPMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                id="shipParcelDefinitions" targetNamespace="urn:test">
              <process id="ship-parcel" name="Ship parcel" isExecutable="true" camunda:versionTag="1.0" camunda:historyTimeToLive="P30D">
                <startEvent id="parcelOrdered" name="Parcel ordered"/>
                <sequenceFlow id="toPackParcel" sourceRef="parcelOrdered" targetRef="packParcel"/>
                <userTask id="packParcel" name="Pack parcel" camunda:formKey="embedded:deployment:pack-parcel.html" camunda:candidateGroups="${packers.groups(execution.processBusinessKey)}" camunda:dueDate="${packers.due(execution.processBusinessKey)}">
                  <extensionElements><camunda:taskListener event="assignment" delegateExpression="${noteAssignment}"/></extensionElements>
                </userTask>
                <boundaryEvent id="packingOverdue" name="Packing overdue" cancelActivity="false" attachedToRef="packParcel">
                  <timerEventDefinition id="packingOverdueTimer"><timeDate xsi:type="tFormalExpression">${packers.due(execution.processBusinessKey)}</timeDate></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="toDelayNoted" sourceRef="packingOverdue" targetRef="delayNoted"/>
                <endEvent id="delayNoted" name="Delay noted"/>
                <sequenceFlow id="toParcelPacked" sourceRef="packParcel" targetRef="parcelPacked"/>
                <exclusiveGateway id="parcelPacked" name="Parcel packed?" default="parcelPackedYes"/>
                <sequenceFlow id="parcelPackedYes" name="yes" sourceRef="parcelPacked" targetRef="chooseCarrier"/>
                <sequenceFlow id="parcelPackedNo" name="no" sourceRef="parcelPacked" targetRef="parcelGivenUp">
                  <conditionExpression xsi:type="tFormalExpression">${!packed}</conditionExpression>
                </sequenceFlow>
                <endEvent id="parcelGivenUp" name="Parcel given up"/>
                <businessRuleTask id="chooseCarrier" name="Choose carrier" camunda:decisionRef="choose-carrier" camunda:decisionRefBinding="deployment" camunda:resultVariable="carrier" camunda:mapDecisionResult="singleEntry"/>
                <sequenceFlow id="toTransportParcel" sourceRef="chooseCarrier" targetRef="transportParcel"/>
                <callActivity id="transportParcel" name="Transport parcel" calledElement="${route}">
                  <extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}"/>
                    <camunda:in source="weight" target="weight"/>
                  </extensionElements>
                </callActivity>
                <sequenceFlow id="toHandOver" sourceRef="transportParcel" targetRef="handOverParcel"/>
                <serviceTask id="handOverParcel" name="Hand over parcel" camunda:delegateExpression="${handOver}"/>
                <sequenceFlow id="toParcelDelivered" sourceRef="handOverParcel" targetRef="parcelDelivered"/>
                <endEvent id="parcelDelivered" name="Parcel delivered"/>
                <subProcess id="recall" name="Recall" triggeredByEvent="true">
                  <startEvent id="parcelRecalled" name="Parcel recalled"><messageEventDefinition id="recalled" messageRef="parcelRecalledMessage"/></startEvent>
                  <sequenceFlow id="toRecallEnded" sourceRef="parcelRecalled" targetRef="recallEnded"/>
                  <endEvent id="recallEnded" name="Recall ended"/>
                </subProcess>
              </process>
              <message id="parcelRecalledMessage" name="ParcelRecalled"/>
              <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="ship-parcel">
                <bpmndi:BPMNShape id="s1" bpmnElement="parcelOrdered"><dc:Bounds x="0" y="22" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s2" bpmnElement="packParcel"><dc:Bounds x="100" y="0" width="100" height="80"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s3" bpmnElement="parcelPacked"><dc:Bounds x="250" y="15" width="50" height="50"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s4" bpmnElement="parcelGivenUp"><dc:Bounds x="400" y="122" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s5" bpmnElement="chooseCarrier"><dc:Bounds x="400" y="0" width="100" height="80"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s6" bpmnElement="transportParcel"><dc:Bounds x="550" y="0" width="100" height="80"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s7" bpmnElement="handOverParcel"><dc:Bounds x="700" y="0" width="100" height="80"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s8" bpmnElement="parcelDelivered"><dc:Bounds x="850" y="22" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s9" bpmnElement="recall" isExpanded="true"><dc:Bounds x="0" y="200" width="300" height="100"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s10" bpmnElement="parcelRecalled"><dc:Bounds x="50" y="232" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s11" bpmnElement="recallEnded"><dc:Bounds x="200" y="232" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s12" bpmnElement="packingOverdue"><dc:Bounds x="132" y="62" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="s13" bpmnElement="delayNoted"><dc:Bounds x="232" y="132" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNEdge id="e9" bpmnElement="toDelayNoted"><di:waypoint x="150" y="98"/><di:waypoint x="232" y="150"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="e1" bpmnElement="toPackParcel"><di:waypoint x="36" y="40"/><di:waypoint x="100" y="40"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="e2" bpmnElement="toParcelPacked"><di:waypoint x="200" y="40"/><di:waypoint x="250" y="40"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="e3" bpmnElement="parcelPackedYes"><di:waypoint x="300" y="40"/><di:waypoint x="400" y="40"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="e4" bpmnElement="parcelPackedNo"><di:waypoint x="275" y="65"/><di:waypoint x="400" y="140"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="e5" bpmnElement="toTransportParcel"><di:waypoint x="500" y="40"/><di:waypoint x="550" y="40"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="e6" bpmnElement="toHandOver"><di:waypoint x="650" y="40"/><di:waypoint x="700" y="40"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="e7" bpmnElement="toParcelDelivered"><di:waypoint x="800" y="40"/><di:waypoint x="850" y="40"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="e8" bpmnElement="toRecallEnded"><di:waypoint x="86" y="250"/><di:waypoint x="200" y="250"/></bpmndi:BPMNEdge>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </definitions>
            """;

    public static final String DMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/"
                xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="chooseCarrierDefinitions" name="Choose carrier" namespace="urn:test">
              <decision id="choose-carrier" name="Choose carrier" camunda:versionTag="1.0" camunda:historyTimeToLive="P30D">
                <decisionTable id="carrierTable">
                  <input id="weightInput"><inputExpression id="weightExpression" typeRef="integer" expressionLanguage="feel"><text>weight</text></inputExpression></input>
                  <output id="carrierOutput" name="carrier" typeRef="string"/>
                  <rule id="any"><inputEntry id="anyWeight"><text></text></inputEntry><outputEntry id="anyCarrier"><text>"post"</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI><dmndi:DMNDiagram id="diagram"><dmndi:DMNShape id="shape" dmnElementRef="choose-carrier"><dc:Bounds height="80" width="180" x="160" y="100"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
            </definitions>
            """;

    public static final String HTML = """
            <form role="form"><input type="checkbox" cam-variable-name="packed" cam-variable-type="Boolean">
            <input type="number" data-answer="weight"></form>
            """;

    private GoodModel() {}

    /** The deployment with one place of one file changed; the place must occur. */
    public static Map<String, byte[]> with(String file, String place, String instead) {
        Map<String, byte[]> files = files();
        String before = new String(files.get(file), UTF_8);
        if (!before.contains(place)) {
            throw new IllegalArgumentException("no such place: " + place);
        }
        files.put(file, before.replace(place, instead).getBytes(UTF_8));
        return files;
    }

    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new HashMap<>();
        files.put(MODEL, BPMN.getBytes(UTF_8));
        files.put(DECISION, DMN.getBytes(UTF_8));
        files.put(FORM, HTML.getBytes(UTF_8));
        return files;
    }

    @ForModels
    public static class HandOver implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {}
    }

    @ForModels
    public static class NoteAssignment implements TaskListener {
        @Override
        public void notify(DelegateTask task) {}
    }

    /** A bean whose methods models may call. */
    @ForModels
    public static class Packers {

        private static final Date DUE = Date.from(Instant.parse("2100-01-01T00:00:00Z"));

        public String groups(String parcel) {
            return "packers";
        }

        public Date due(String parcel) {
            return DUE;
        }
    }
}
