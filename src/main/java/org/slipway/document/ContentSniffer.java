package org.slipway.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises by its first bytes what a file is, whatever it is called. */
final class ContentSniffer {

    /** How many bytes are looked at. */
    static final int HEAD = 4096;

    private static final int ZIP_NAME_LENGTH = 26;
    private static final int ZIP_NAME = 30;

    private static final List<Magic> MAGICS = List.of(
            new Magic("exe", "MZ"),
            new Magic("elf", "\u007FELF"),
            new Magic("macho", "\u00FE\u00ED\u00FA\u00CE"),
            new Magic("macho", "\u00FE\u00ED\u00FA\u00CF"),
            new Magic("macho", "\u00CE\u00FA\u00ED\u00FE"),
            new Magic("macho", "\u00CF\u00FA\u00ED\u00FE"),
            new Magic("class", "\u00CA\u00FE\u00BA\u00BE"),
            new Magic("lnk", "\u004C\u0000\u0000\u0000\u0001\u0014\u0002\u0000"),
            new Magic("pdf", "%PDF-"),
            new Magic("png", "\u0089PNG\r\n\u001A\n"),
            new Magic("jpg", "\u00FF\u00D8\u00FF"),
            new Magic("gif", "GIF8"),
            new Magic("gz", "\u001F\u008B"));

    /** An entry of an archive, the end of one without entries, the first of several parts. */
    private static final List<String> ZIPS = List.of("PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008");

    private static final String ZIP_END = "PK\u0005\u0006";
    private static final int ZIP_END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final List<String> BYTE_ORDER_MARKS = List.of("\u00EF\u00BB\u00BF", "\u00FE\u00FF", "\u00FF\u00FE");
    /** What may stand before the first element of a page. */
    private static final Pattern PROLOGUE = Pattern.compile("\\A(?:\\s+|<\\?xml.*?\\?>|<!--.*?-->)+", Pattern.DOTALL);

    private static final Pattern SVG = Pattern.compile("\\A(?:<!doctype\\s+svg|<(?:\\w+:)?svg[\\s>/])");
    /** Unmistakable only: a text may well begin with a paragraph in tags, as in Markdown. */
    private static final Pattern HTML =
            Pattern.compile("\\A<(?:!doctype\\s+html|(?:(?:\\w+:)?html|head|body|script|iframe)[\\s>/])");

    /** What browsers write when they save a page in one file; mails look alike, but for these lines. */
    private static final Pattern SAVED_PAGE = Pattern.compile(
            "\\A(?:[\\w-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*?(?:snapshot-content-location:|from:\\s*[<\"]?saved by)");

    private ContentSniffer() {}

    /** The kind that the content is recognised as; empty when it is none of those. */
    static String kind(byte[] head) {
        String text = new String(head, ISO_8859_1);
        for (Magic magic : MAGICS) {
            if (text.startsWith(magic.bytes())) {
                return magic.kind();
            }
        }
        return ZIPS.stream().anyMatch(text::startsWith) ? archive(head, text) : page(text);
    }

    /** Whether the kind is one of those that are opened and looked into. */
    static boolean isArchive(String kind) {
        return kind.equals("zip") || kind.equals("jar") || kind.equals("gz");
    }

    /** Whether the last bytes, in two pieces, are the end of a zip archive, whatever stands before. */
    static boolean endsAsArchive(byte[] before, byte[] last) {
        String text = new String(before, ISO_8859_1) + new String(last, ISO_8859_1);
        int first = text.length() - ZIP_END_LENGTH - LONGEST_COMMENT;
        for (int end = text.lastIndexOf(ZIP_END); end >= Math.max(0, first); end = text.lastIndexOf(ZIP_END, end - 1)) {
            int comment = end + ZIP_END_LENGTH - 2;
            if (comment + 2 <= text.length()
                    && comment + 2 + (text.charAt(comment) | text.charAt(comment + 1) << 8) == text.length()) {
                return true;
            }
        }
        return false;
    }

    /** An archive of Java classes begins with its manifest; office documents, also archives, do not. */
    private static String archive(byte[] head, String text) {
        if (head.length < ZIP_NAME) {
            return "zip";
        }
        int length = head[ZIP_NAME_LENGTH] & 0xFF | (head[ZIP_NAME_LENGTH + 1] & 0xFF) << 8;
        String first = text.substring(ZIP_NAME, Math.min(text.length(), ZIP_NAME + length));
        return first.equals("META-INF/") || first.equals("META-INF/MANIFEST.MF") || first.endsWith(".class")
                ? "jar"
                : "zip";
    }

    private static String page(String text) {
        // Two bytes per character hide tags from a reader of single bytes, not from a browser.
        String begin = text.replace("\u0000", "");
        for (String mark : BYTE_ORDER_MARKS) {
            begin = begin.startsWith(mark) ? begin.substring(mark.length()) : begin;
        }
        begin = PROLOGUE.matcher(begin).replaceFirst("").toLowerCase(Locale.ROOT);
        if (begin.startsWith("<?php")) {
            return "php";
        }
        if (SVG.matcher(begin).find()) {
            return "svg";
        }
        if (SAVED_PAGE.matcher(begin).find()) {
            return "mhtml";
        }
        return HTML.matcher(begin).find() ? "html" : "";
    }

    private record Magic(String kind, String bytes) {}
}
