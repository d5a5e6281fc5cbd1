package org.slipway.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class ReleaseDocumentsOverHttpTest {

    private final SlipwayClient slipway;

    private final String documents;

    ReleaseDocumentsOverHttpTest(SlipwayClient slipway) {
        this.slipway = slipway;
        this.documents = ReleaseStory.registered(slipway).path() + "/links/documents";
    }

    @Test
    void takesAFileAndHandsItOutOnlyToBeSaved() {
        JsonNode added = upload("operator", "Relatório.txt", "abc").expect(201).json();
        assertThat(added.path("kind").asText()).isEqualTo("LEGAL");
        assertThat(added.path("uploadedBy").asText()).isEqualTo("operator");

        Answer content = slipway.as("auditor")
                .get(documents + "/" + added.path("id").asText() + "/content")
                .expect(200);

        assertThat(content.text()).isEqualTo("abc");
        assertThat(content.header("Content-Type")).hasValue("text/plain");
        assertThat(content.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(content.header("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        assertThat(content.header("Content-Length")).hasValue("3");
        assertThat(content.header("ETag"))
                .hasValue("\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"");
        assertThat(content.header("Content-Disposition"))
                .hasValueSatisfying(disposition -> assertThat(disposition)
                        .startsWith("attachment;")
                        .endsWith("filename*=UTF-8''Relat%C3%B3rio.txt"));
        assertThat(slipway.as("auditor").get(documents).expect(200).json().path("items"))
                .hasSize(1);
    }

    @Test
    void removesAFileForItsUploader() {
        String document = documents + "/"
                + upload("operator", "plan.txt", "abc")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();

        slipway.as("approver").delete(document).expectProblem(403, "operation-not-allowed");
        slipway.as("operator").delete(document).expect(204);
        slipway.as("operator").get(document + "/content").expectProblem(404, "document-unknown");
    }

    @Test
    void tellsWhyAFileIsRefused() {
        upload("operator", "run.bat", "echo").expectProblem(415, "document-kind-forbidden");
        upload("operator", "plan.txt", "PK\u0003\u0004 and no more").expectProblem(422, "document-archive-unreadable");
        upload("operator", "plan.txt", "").expectProblem(400, "document-empty");
        upload("operator", "plan.txt", "x".repeat(10 * 1024 * 1024 + 1)).expectProblem(413, "document-too-large");
        upload("operator", "plan.txt", "x".repeat(13 * 1024 * 1024)).expectProblem(413, "document-too-large");
        upload("modeler", "plan.txt", "abc").expectProblem(403, "operation-not-allowed");
        slipway.get(documents).expect(401);
    }

    @Test
    void takesAFileAsLargeAsIsAllowed() {
        upload("operator", "plan.txt", "x".repeat(10 * 1024 * 1024)).expect(201);
    }

    private Answer upload(String person, String name, String content) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nLEGAL\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: text/html\r\n\r\n" + content + "\r\n--cut--\r\n";
        return slipway.as(person)
                .with("Content-Type", "multipart/form-data; boundary=cut")
                .post(documents, body);
    }
}
