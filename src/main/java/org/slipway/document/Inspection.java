package org.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.slipway.shared.Malformed;

/**
 * What one reading of a file tells about it.
 *
 * @param size   in bytes
 * @param sha256 in hexadecimal
 * @param kind   what the content is recognised as; empty when it is not
 * @param endsAsArchive whether who looks for an archive from the end finds one, as most do
 */
record Inspection(long size, String sha256, String kind, boolean endsAsArchive) {

    /** Two of these hold the longest end that an archive can have. */
    private static final int PIECE = 128 * 1024;

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

    private static final Set<String> RECOGNISABLE = Set.of("pdf", "png", "jpg", "gif");
    private static final Set<String> ARCHIVES = Set.of("zip", "docx", "xlsx", "pptx", "odt", "ods", "odp");

    /**
     * Reads to the end, or until the file proves too large.
     *
     * @throws DocumentTooLarge {@code document-too-large}
     * @throws Malformed        {@code document-empty}
     */
    static Inspection of(InputStream content, long most) throws IOException {
        HashedStream hashed = new HashedStream(content);
        byte[] piece = hashed.readNBytes(PIECE);
        byte[] before = new byte[0];
        String kind = ContentSniffer.kind(Arrays.copyOf(piece, Math.min(piece.length, ContentSniffer.HEAD)));
        while (piece.length == PIECE) {
            if (hashed.size() > most) {
                throw new DocumentTooLarge();
            }
            before = piece;
            piece = hashed.readNBytes(PIECE);
        }
        if (hashed.size() > most) {
            throw new DocumentTooLarge();
        }
        if (hashed.size() == 0) {
            throw new Malformed("document-empty", "file");
        }
        return new Inspection(hashed.size(), hashed.sha256(), kind, ContentSniffer.endsAsArchive(before, piece));
    }

    boolean isArchive() {
        return ContentSniffer.isArchive(kind);
    }

    /** The type to serve it as: what its name says when that is harmless and what its content is. */
    String contentType(FileName name) {
        String extension = name.extension();
        return kindOf(extension).equals(kind) ? SAFE_TYPES.getOrDefault(extension, UNKNOWN_TYPE) : UNKNOWN_TYPE;
    }

    private static String kindOf(String extension) {
        if (ARCHIVES.contains(extension)) {
            return "zip";
        }
        String kind = extension.equals("jpeg") ? "jpg" : extension;
        return RECOGNISABLE.contains(kind) ? kind : "";
    }
}
