package org.slipway.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal: what makes the journal and what it proves verifiable by anybody. */
public final class Digest {

    private static final int REVISION = 16;

    private Digest() {}

    /**
     * Over the parts, each in its usual text and followed by a line feed, absent ones empty. No part may hold a line feed
     * itself, so that no two rows give the same text: free text goes in as its own {@link #ofText digest}.
     */
    public static String ofLines(@Nullable Object... parts) {
        StringBuilder lines = new StringBuilder();
        for (Object part : parts) {
            String text = part == null ? "" : part.toString();
            if (text.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("More than one line: " + text);
            }
            lines.append(text).append('\n');
        }
        return ofBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is the digest of these parts; never of parts that no digest {@link #ofLines is made of}. */
    public static boolean isOfLines(String digest, @Nullable Object... parts) {
        try {
            return digest.equals(ofLines(parts));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Over a text in UTF-8; none of none. */
    public static @Nullable String ofText(@Nullable String text) {
        return text == null ? null : ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A short one that names what a small record says at a moment, as its entity tag: the same for the same content, with
     * collections in an order of their own.
     */
    public static String revision(@Nullable Object... says) {
        return ofBytes(Arrays.deepToString(says).getBytes(StandardCharsets.UTF_8))
                .substring(0, REVISION);
    }

    public static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(begun().digest(bytes));
    }

    /** Of whatever is in the stream, to its end. */
    public static String ofStream(InputStream content) throws IOException {
        MessageDigest digest = begun();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return of(digest);
    }

    /** For what passes by piece by piece. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String of(MessageDigest ended) {
        return HexFormat.of().formatHex(ended.digest());
    }
}
