package org.slipway.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSnifferTest {

    @Test
    void recognisesProgramsByTheirFirstBytes() throws IOException {
        assertThat(kind("MZ\u0090\u0000\u0003")).isEqualTo("exe");
        assertThat(kind("\u007FELF\u0002\u0001\u0001")).isEqualTo("elf");
        try (InputStream ofThisTest = getClass().getResourceAsStream("ContentSnifferTest.class")) {
            assertThat(ofThisTest).isNotNull();
            assertThat(ContentSniffer.kind(ofThisTest.readAllBytes())).isEqualTo("class");
        }
    }

    @Test
    void tellsAnArchiveOfClassesFromOneOfDocuments() throws IOException {
        assertThat(ContentSniffer.kind(zip("META-INF/MANIFEST.MF"))).isEqualTo("jar");
        assertThat(ContentSniffer.kind(zip("org/slipway/Slipway.class"))).isEqualTo("jar");
        assertThat(ContentSniffer.kind(zip("[Content_Types].xml"))).isEqualTo("zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>x</title>",
                "\n  <html lang='en'>",
                "<!-- harmless --><SCRIPT>alert(1)</SCRIPT>",
                "<?xml version='1.0'?>\n<!-- x -->\n<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<?xml-stylesheet href='x.xsl'?><h:html xmlns:h='http://www.w3.org/1999/xhtml'/>",
                "<html>%PDF-1.7"
            })
    void recognisesPages(String text) {
        assertThat(ContentSniffer.kind(text.getBytes(UTF_8))).isEqualTo("html");
        assertThat(ContentSniffer.kind(text.getBytes(UTF_16))).isEqualTo("html");
        assertThat(ContentSniffer.kind(("\uFEFF" + text).getBytes(UTF_8))).isEqualTo("html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'><svg/>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg'>"
            })
    void recognisesDrawingsThatCanRunScripts(String text) {
        assertThat(ContentSniffer.kind(text.getBytes(UTF_8))).isEqualTo("svg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\n",
                "From: \"Saved by Windows Internet Explorer\"\r\nSubject: x\r\n",
                "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n"
                        + "Snapshot-Content-Location: https://example.org/\r\n"
            })
    void recognisesPagesSavedInOneFile(String text) {
        assertThat(ContentSniffer.kind(text.getBytes(UTF_8))).isEqualTo("mhtml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIME-Version: 1.0\r\nFrom: Ana <ana@example.org>\r\nContent-Type: multipart/related\r\n\r\nHello",
                "note:\n\nfrom: saved by the bell",
                "How to write <html> tags",
                "<p align='center'>Read me</p>",
                "<databaseChangeLog/>",
                "#!/bin/sh",
                "a",
                "PK"
            })
    void leavesOtherTextsAlone(String text) {
        assertThat(kind(text)).isEmpty();
    }

    private static String kind(String bytes) {
        return ContentSniffer.kind(bytes.getBytes(ISO_8859_1));
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("content".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
