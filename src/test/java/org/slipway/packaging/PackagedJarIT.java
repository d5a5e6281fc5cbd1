package org.slipway.packaging;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slipway.support.SlipwayClient;

/** What holds when the application runs from the IDE holds for the packaged jar as well. */
class PackagedJarIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void deploysTheFilesOfTheRepositoryOnceUnderTheirPlainNames(NodeDatabase database) {
        Map<String, String> data = database.fresh();
        Map<String, Integer> versions;

        try (Node node = Node.start(data, folder)) {
            SlipwayClient admin = node.client().as("admin");

            assertThat(deployedFiles(admin)).isEqualTo(repositoryFiles());
            assertThat(admin.get("/engine-rest/process-definition/key/release-lifecycle/deployed-start-form")
                            .expect(200)
                            .text())
                    .isEqualTo(repositoryFiles().get("register-release.html"));
            versions = versions(admin);
            verifiesItsJournal(node.client().as("auditor"));
            node.stop();
        }

        try (Node again = Node.start(data, folder)) {
            SlipwayClient admin = again.client().as("admin");

            assertThat(versions(admin))
                    .isEqualTo(versions)
                    .isNotEmpty()
                    .allSatisfy((key, version) -> assertThat(version).isEqualTo(1));
            assertThat(deployments(admin)).hasSize(1);
        }
    }

    /** A class is looked for in one jar after the other: in the order of their names, that is a sixth of a start. */
    @Test
    void looksForClassesWhereMostOfThemAre() throws IOException {
        try (ZipFile jar = new ZipFile(System.getProperty("slipway.jar"))) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".jar")))
                    .first(as(STRING))
                    .startsWith("BOOT-INF/lib/hibernate-core");
        }
    }

    private void verifiesItsJournal(SlipwayClient auditor) {
        Path journal = folder.resolve("journal.jsonl");
        try {
            Files.write(
                    journal,
                    auditor.get("/api/audit/journal/export").expect(200).bytes());
            Process verify = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-jar",
                            System.getProperty("slipway.jar"),
                            "verify",
                            journal.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("whole: ");
            assertThat(verify.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> deployedFiles(SlipwayClient admin) {
        String deployment = deployments(admin).get(0).get("id").asText();
        String resources = "/engine-rest/deployment/" + deployment + "/resources";
        Map<String, String> files = new TreeMap<>();
        for (JsonNode resource : admin.get(resources).expect(200).json()) {
            files.put(
                    resource.get("name").asText(),
                    admin.get(resources + "/" + resource.get("id").asText() + "/data")
                            .expect(200)
                            .text());
        }
        return files;
    }

    private static JsonNode deployments(SlipwayClient admin) {
        return admin.get("/engine-rest/deployment?maxResults=100").expect(200).json();
    }

    private static Map<String, Integer> versions(SlipwayClient admin) {
        JsonNode definitions = admin.get("/engine-rest/process-definition?latestVersion=true&maxResults=100")
                .expect(200)
                .json();
        Map<String, Integer> versions = new TreeMap<>();
        StreamSupport.stream(definitions.spliterator(), false)
                .forEach(definition -> versions.put(
                        definition.get("key").asText(),
                        definition.get("version").asInt()));
        return versions;
    }

    private static Map<String, String> repositoryFiles() {
        Map<String, String> files = new TreeMap<>();
        Stream.of("bpmn", "forms")
                .map(Path::of)
                .flatMap(PackagedJarIT::list)
                .forEach(file -> files.put(file.getFileName().toString(), read(file)));
        return files;
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|html)"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
