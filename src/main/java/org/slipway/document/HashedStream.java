package org.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Measures and hashes what is read through it. */
class HashedStream extends DigestInputStream {

    private long size;

    HashedStream(InputStream content) {
        super(content, sha256Digest());
    }

    /** What is read has to be what was inspected; else the end of the stream is an error. */
    static InputStream asInspected(InputStream content, Inspection inspection) {
        return new HashedStream(content) {
            private @Nullable String hash;

            @Override
            void ended() throws IOException {
                hash = hash == null ? sha256() : hash;
                if (!hash.equals(inspection.sha256())) {
                    throw new IOException("The file is not what it was when it was inspected");
                }
            }
        };
    }

    /** Bytes so far. */
    long size() {
        return size;
    }

    /** Of all that was read, in hexadecimal; asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(getMessageDigest().digest());
    }

    void ended() throws IOException {
        // Nothing to compare with.
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? -1 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        counted(read);
        return read;
    }

    private void counted(int read) throws IOException {
        if (read < 0) {
            ended();
        } else {
            size += read;
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
