package org.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.slipway.shared.Malformed;

/**
 * What one reading of a file tells about it.
 *
 * @param size   in bytes
 * @param sha256 in hexadecimal
 * @param kind   what the content is recognised as; empty when it is not
 */
record Inspection(long size, String sha256, String kind) {

    private static final int BUFFER = 16 * 1024;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /** Types that no browser runs anything from. */
    private static final Map<String, String> SAFE_TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("txt", "text/plain"),
            Map.entry("log", "text/plain"),
            Map.entry("md", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("zip", "application/zip"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("odp", "application/vnd.oasis.opendocument.presentation"));

    private static final Set<String> RECOGNISABLE_TYPES =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif");
    private static final Set<String> ARCHIVES = Set.of("zip", "docx", "xlsx", "pptx", "odt", "ods", "odp");

    /**
     * Reads to the end, or until the file proves too large.
     *
     * @throws DocumentTooLarge {@code document-too-large}
     * @throws Malformed        {@code document-empty}
     */
    static Inspection of(InputStream content, long most) throws IOException {
        MessageDigest digest = digest();
        DigestInputStream digested = new DigestInputStream(content, digest);
        byte[] head = digested.readNBytes(ContentSniffer.HEAD);
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = head.length; read >= 0; read = digested.read(buffer)) {
            size += read;
            if (size > most) {
                throw new DocumentTooLarge();
            }
        }
        if (size == 0) {
            throw new Malformed("document-empty", "file");
        }
        return new Inspection(size, HexFormat.of().formatHex(digest.digest()), ContentSniffer.kind(head));
    }

    /** The type to serve it as: what its name says when that is harmless and the content does not speak against it. */
    String contentType(FileName name) {
        String extension = name.extension();
        String type = SAFE_TYPES.getOrDefault(extension, UNKNOWN_TYPE);
        String recognised = SAFE_TYPES.getOrDefault(kind, "");
        if (RECOGNISABLE_TYPES.contains(type) || RECOGNISABLE_TYPES.contains(recognised)) {
            return type.equals(recognised) ? type : UNKNOWN_TYPE;
        }
        return ARCHIVES.contains(extension) == kind.equals("zip") ? type : UNKNOWN_TYPE;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
