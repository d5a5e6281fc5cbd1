package org.slipway.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An operator has set a larger upload, and documents to be kept on disk. */
@SlipwayTest
class LargeDocumentsOverHttpTest {

    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    static Path directory;

    private final SlipwayClient slipway;
    private final String address;
    private final String documents;

    LargeDocumentsOverHttpTest(SlipwayClient slipway, @Value("${local.server.port}") int port) {
        this.slipway = slipway;
        this.documents = ReleaseStory.registered(slipway).path() + "/links/documents";
        this.address = "http://127.0.0.1:" + port + documents;
    }

    @DynamicPropertySource
    static void operator(DynamicPropertyRegistry properties) {
        properties.add("SLIPWAY_UPLOAD_SIZE", () -> "120MB");
        properties.add("SLIPWAY_DOCUMENT_STORE", () -> "disk");
        properties.add("SLIPWAY_DOCUMENT_DIRECTORY", () -> directory.toString());
    }

    @Test
    void takesALargeFileAndHandsItOut() throws Exception {
        HttpResponse<String> answer = upload(120 * MEGABYTE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode document = new ObjectMapper().readTree(answer.body());
        assertThat(document.path("size").asLong()).isEqualTo(120 * MEGABYTE);
        String content = "/" + document.path("id").asText() + "/content";

        HttpResponse<InputStream> download =
                HttpClient.newHttpClient().send(request(content).GET().build(), BodyHandlers.ofInputStream());

        assertThat(download.headers().firstValueAsLong("Content-Length")).hasValue(120 * MEGABYTE);
        assertThat(download.headers().firstValue("ETag"))
                .hasValue("\"" + document.path("sha256").asText() + "\"");
        try (DigestInputStream bytes = new DigestInputStream(download.body(), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            assertThat(HexFormat.of().formatHex(bytes.getMessageDigest().digest()))
                    .isEqualTo(document.path("sha256").asText());
        }
        assertThat(files()).hasSize(1);

        slipway.as("operator")
                .delete(documents + "/" + document.path("id").asText())
                .expect(204);
        assertThat(files()).isEmpty();
    }

    @Test
    void storesNothingOfAFileThatIsTooLarge() throws Exception {
        for (long size : List.of(120 * MEGABYTE + 1, 123 * MEGABYTE, 230 * MEGABYTE)) {
            HttpResponse<String> answer = upload(size);

            assertThat(answer.statusCode()).as("%d bytes", size).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("document-too-large");
        }
        assertThat(slipway.as("auditor").get(documents).expect(200).json().path("items"))
                .isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsNoLargeRequestInMemoryForARetry() {
        slipway.as("operator")
                .with("Idempotency-Key", "large-body")
                .post("/api/releases", "x".repeat((int) (13 * MEGABYTE)))
                .expectProblem(413, "too-large");
    }

    @Test
    void saysThatItFailedWhenTheFileIsGone() throws Exception {
        String id = new ObjectMapper().readTree(upload(1).body()).path("id").asText();
        for (Path file : files()) {
            Files.delete(file);
        }

        SlipwayClient.Answer answer = slipway.as("auditor").get(documents + "/" + id + "/content");

        answer.expectProblem(500, "internal-error");
        assertThat(answer.header("Content-Disposition")).isEmpty();
    }

    private HttpResponse<String> upload(long size) throws Exception {
        byte[] head = ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"backup.bin\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8);
        byte[] tail = "\r\n--cut--\r\n".getBytes(UTF_8);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        new SequenceInputStream(new ByteArrayInputStream(head), new Same(size)),
                        new ByteArrayInputStream(tail))),
                head.length + size + tail.length);
        return HttpClient.newHttpClient()
                .send(
                        request("")
                                .header("Content-Type", "multipart/form-data; boundary=cut")
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String credentials = "operator:" + SlipwayClient.PASSWORD;
        return HttpRequest.newBuilder(URI.create(address + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** So many times the same byte. */
    private static final class Same extends InputStream {

        private long left;

        Same(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = (int) Math.min(left, length);
            java.util.Arrays.fill(target, offset, offset + some, (byte) 'x');
            left -= some;
            return some;
        }
    }
}
