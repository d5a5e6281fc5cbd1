package org.slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class ItemClassesTest {

    private static final String CLASSES = "/api/item-classes";
    private static final String ITEMS = "/api/configuration-items";

    private final SlipwayClient operator;
    private final SlipwayClient auditor;

    ItemClassesTest(SlipwayClient slipway) {
        this.operator = slipway.as("operator");
        this.auditor = slipway.as("auditor");
    }

    @Test
    void shipsATreeWithNamesInThreeLanguages() {
        JsonNode host = auditor.with("Accept-Language", "es")
                .get(CLASSES + "/Host")
                .expect(200)
                .json();

        assertThat(host.path("parent").asText()).isEqualTo("Hardware");
        assertThat(host.path("label").asText()).isEqualTo("Servidor");
        assertThat(names(host.path("all"))).startsWith("manufacturer", "model").endsWith("memoryGigabytes");
        assertThat(names(host.path("attributes"))).containsExactly("address", "processors", "memoryGigabytes");
        assertThat(auditor.get(CLASSES + "?limit=2").expect(200).json().path("items"))
                .hasSize(2);
    }

    @Test
    void administratorsAddTheirOwnWhichInheritAndAreEnforced() {
        operator.post(CLASSES, virtualMachine()).expect(201);

        operator.post(ITEMS, item("vm-1", Map.of("hypervisor", "kvm", "SERIALNUMBER", "S-1")))
                .expect(201);
        assertThat(auditor.get(ITEMS + "/vm-1")
                        .json()
                        .path("attributes")
                        .path("serialNumber")
                        .asText())
                .as("called as the class calls it")
                .isEqualTo("S-1");
        JsonNode missing = operator.post(ITEMS, item("vm-2", Map.of()))
                .expectProblem(400, "attribute-required")
                .json();
        assertThat(missing.path("field").asText()).isEqualTo("attributes.hypervisor");
        operator.post(ITEMS, item("vm-2", Map.of("hypervisor", "paper"))).expectProblem(400, "attribute-malformed");
        operator.post(ITEMS, item("vm-2", Map.of("hypervisor", "kvm", "warrantyUntil", "soon")))
                .expectProblem(400, "attribute-malformed");
        operator.post(ITEMS, item("vm-2", Map.of("hypervisor", "kvm", "processors", "many")))
                .expectProblem(400, "attribute-malformed");
        operator.patch(ITEMS + "/vm-1", Map.of("attributes", Map.of("hypervisor", "paper")))
                .expectProblem(400, "attribute-malformed");
        operator.delete(CLASSES + "/VirtualMachine").expectProblem(422, "item-class-in-use");
    }

    @Test
    void importsAreHeldToThemToo() {
        Map<String, Object> sensor = new HashMap<>(Map.of("code", "Sensor", "parent", "Hardware"));
        sensor.put("attributes", List.of(attribute("range", "NUMBER", true)));
        operator.post(CLASSES, sensor).expect(201);
        SlipwayClient csv = operator.with("Content-Type", "text/csv");

        csv.post(ITEMS + "/import", "key,class,range\nsensor-1,Sensor,12.5\n").expect(200);
        JsonNode problem = csv.post(ITEMS + "/import", "key,class,range\nsensor-2,Sensor,far\nsensor-3,Sensor,\n")
                .expectProblem(422, "import-refused")
                .json();
        assertThat(problem.path("lines")).hasSize(2);
        assertThat(problem.path("lines").path(0).path("column").asText()).isEqualTo("attributes.range");
        assertThat(problem.path("lines").path(1).path("line").asInt()).isEqualTo(3);
    }

    @Test
    void aListByClassHasItsHeirs() {
        operator.post(ITEMS, Map.of("key", "heir-host", "name", "heir", "class", "Host"))
                .expect(201);

        assertThat(auditor.get(ITEMS + "?class=Hardware&key=heir-host").json().path("items"))
                .hasSize(1);
        assertThat(auditor.get(ITEMS + "?class=Software&key=heir-host").json().path("items"))
                .isEmpty();
    }

    @Test
    void aClassThatNobodyDescribedIsRegisteredWhenAnItemComes() {
        operator.post(ITEMS, Map.of("key", "odd", "name", "odd", "class", "Oddity"))
                .expect(201);

        assertThat(auditor.get(CLASSES + "/Oddity").expect(200).json().path("all"))
                .isEmpty();
    }

    @Test
    void refusesRingsUnknownParentsAndTwins() {
        operator.post(CLASSES, Map.of("code", "Ring-1")).expect(201);
        operator.post(CLASSES, Map.of("code", "Ring-2", "parent", "Ring-1")).expect(201);
        operator.patch(CLASSES + "/Ring-1", Map.of("parent", "Ring-2")).expectProblem(422, "item-class-cycle");
        operator.patch(CLASSES + "/Ring-1", Map.of("parent", "Ring-1")).expectProblem(422, "item-class-cycle");
        operator.patch(CLASSES + "/Ring-1", Map.of("parent", "Nowhere")).expectProblem(400, "item-class-unknown");
        operator.post(CLASSES, Map.of("code", "Ring-1")).expectProblem(409, "item-class-exists");
        operator.patch(
                        CLASSES + "/Ring-1",
                        Map.of("attributes", List.of(attribute("a", "TEXT", false), attribute("A", "TEXT", false))))
                .expectProblem(400, "attribute-twice");
        operator.patch(CLASSES + "/Ring-1", Map.of("attributes", List.of(attribute("a", "CHOICE", false))))
                .expectProblem(400, "attribute-choices-required");
        operator.delete(CLASSES + "/Ring-1").expectProblem(422, "item-class-in-use");
        operator.delete(CLASSES + "/Ring-2").expect(204);
        operator.delete(CLASSES + "/Ring-1").expect(204);
        auditor.as("modeler").post(CLASSES, Map.of("code", "Mine")).expectProblem(403, "operation-not-allowed");
    }

    private static Map<String, Object> virtualMachine() {
        Map<String, Object> wanted = new HashMap<>(Map.of("code", "VirtualMachine", "parent", "Host"));
        wanted.put("names", Map.of("en", "Virtual machine", "es", "Máquina virtual", "pt", "Máquina virtual"));
        Map<String, Object> hypervisor = new HashMap<>(attribute("hypervisor", "CHOICE", true));
        hypervisor.put("choices", List.of("kvm", "xen"));
        wanted.put("attributes", List.of(hypervisor));
        return wanted;
    }

    private static Map<String, Object> attribute(String name, String type, boolean required) {
        return Map.of("name", name, "type", type, "required", required);
    }

    private static Map<String, Object> item(String key, Map<String, String> attributes) {
        return Map.of("key", key, "name", key, "class", "VirtualMachine", "attributes", attributes);
    }

    private static List<String> names(JsonNode attributes) {
        return StreamSupport.stream(attributes.spliterator(), false)
                .map(attribute -> attribute.path("name").asText())
                .toList();
    }
}
