package org.slipway.cmdb;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.slipway.shared.Malformed;

/** What was sent, kept on disk until the import has read it, more than once if need be. */
final class SpooledFile implements Closeable {

    private static final int PIECE = 64 * 1024;

    private final String name;
    private final Path path;
    private final long size;

    private SpooledFile(String name, Path path, long size) {
        this.name = name;
        this.path = path;
        this.size = size;
    }

    static SpooledFile of(String name, InputStream content) throws IOException {
        Path path = Files.createTempFile("import-", null);
        try (InputStream in = content;
                var out = Files.newOutputStream(path)) {
            copy(in, out);
        } catch (IOException | Malformed e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new SpooledFile(name, path, Files.size(path));
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = CsvTable.MOST_BYTES;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            left -= read;
            if (left < 0) {
                throw new Malformed("csv-too-big", null);
            }
            out.write(piece, 0, read);
        }
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    /** @param read counts the bytes of each reading */
    CsvSource source(AtomicLong read) {
        return new CsvSource(name, () -> new FilterInputStream(Files.newInputStream(path)) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                read.addAndGet(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                read.addAndGet(Math.max(0, count));
                return count;
            }
        });
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
