package org.slipway.audit.pack;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive being written: one file after the other, each hashed on its way. */
final class PackFile implements Closeable {

    /** @param size in bytes */
    record Entry(String name, long size, String sha256) {}

    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final Instant asOf;
    private final List<Entry> entries = new ArrayList<>();

    PackFile(OutputStream out, Instant asOf) {
        this.zip = new ZipOutputStream(out);
        this.asOf = asOf;
    }

    Entry add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(asOf.toEpochMilli());
        zip.putNextEntry(entry);
        Counted counted = new Counted(zip);
        DigestOutputStream hashed = new DigestOutputStream(counted, sha256());
        content.write(hashed);
        zip.closeEntry();
        Entry written = new Entry(
                name,
                counted.size,
                HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
        entries.add(written);
        return written;
    }

    /** What has been written so far, in its order. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Leaves the archive open when a file's writer closes its own end. */
    private static final class Counted extends FilterOutputStream {

        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
        }

        @Override
        public void flush() {
            // The archive decides.
        }

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
