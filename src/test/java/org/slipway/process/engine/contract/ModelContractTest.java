package org.slipway.process.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    private static void read(Path folder, String names, Map<String, byte[]> files) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            for (Path file : found) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }
}
