package org.slipway.webapps.retry;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two requests are the same: SHA-256 over method, path, query and content. Of an upload it takes the names
 * and contents of the parts, because what separates them differs from sending to sending.
 */
final class Fingerprint {

    private final DigestOutputStream digest;

    private Fingerprint() {
        try {
            digest = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(HttpServletRequest request) throws IOException {
        return lineOf(request).add(request.getInputStream()).value();
    }

    static String ofParts(HttpServletRequest request) throws IOException, ServletException {
        Fingerprint fingerprint = lineOf(request);
        for (Part part : request.getParts()) {
            fingerprint.add(part.getName()).add(part.getSubmittedFileName()).add(part.getContentType());
            fingerprint.add(String.valueOf(part.getSize())).add(part.getInputStream());
        }
        return fingerprint.value();
    }

    private static Fingerprint lineOf(HttpServletRequest request) throws IOException {
        return new Fingerprint()
                .add(request.getMethod())
                .add(request.getRequestURI())
                .add(request.getQueryString());
    }

    private Fingerprint add(@Nullable String text) throws IOException {
        if (text != null) {
            digest.write(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.write('\n');
        return this;
    }

    private Fingerprint add(InputStream content) throws IOException {
        try (content) {
            content.transferTo(digest);
        }
        return this;
    }

    private String value() {
        return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }
}
