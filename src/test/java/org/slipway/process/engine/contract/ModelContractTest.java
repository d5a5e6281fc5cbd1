package org.slipway.process.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.process.ProcessMessage;
import org.slipway.process.ProcessVariable;

/** The shipped models, decisions and forms keep the contract that is asked of everybody's. */
class ModelContractTest {

    @Test
    void holdsForAllThatIsShipped() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        read(Path.of("bpmn"), "*.{bpmn,dmn}", files);
        read(Path.of("forms"), "*.html", files);
        ModelContract contract = new ModelContract(
                new ModelVocabulary(ProcessVariable.keys(), ProcessMessage.keys()),
                new PublishedBeans(ShippedBeans.types()));

        assertThat(files).isNotEmpty();
        assertThat(contract.check(files)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release-lifecycle",
                "release-planning",
                "release-express-planning",
                "release-deployment",
                "release-pilot-deployment",
                "release-backout"
            })
    void delegatesAndFormsAreCalledAsTheirSteps(String process) {
        BpmnModelInstance model = Bpmn.readModelFromFile(new File("bpmn/" + process + ".bpmn"));

        assertThat(model.getModelElementsByType(ServiceTask.class))
                .allSatisfy(
                        task -> assertThat(task.getCamundaDelegateExpression()).isEqualTo("${%s}", task.getId()));
        assertThat(model.getModelElementsByType(UserTask.class))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getCamundaFormKey())
                        .isEqualTo("embedded:deployment:%s.html", kebabCase(task.getId())));
    }

    private static String kebabCase(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static void read(Path folder, String names, Map<String, byte[]> files) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            for (Path file : found) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }
}
