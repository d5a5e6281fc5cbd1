package org.slipway.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip archive as they stand one after another, and then its directory. Some programs read the one, others
 * the other: only an archive in which both say the same, with nothing between, before or behind, has been seen as a whole.
 */
final class ZipContents extends ZipInputStream {

    private static final int ENTRY = 0x02014b50;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_LOCATOR = 0x07064b50;
    private static final int END = 0x06054b50;
    private static final int UTF_8_NAME = 1 << 11;
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0xF000;
    private static final int SYMBOLIC_LINK = 0xA000;
    private static final long IN_LARGE_END = 0xFFFFFFFFL;
    private static final int COUNT_IN_LARGE_END = 0xFFFF;

    private final Source source;
    private final Map<Long, Seen> seen = new HashMap<>();
    private @Nullable ZipEntry current;
    private long start;
    private long count;

    ZipContents(InputStream archive) {
        this(new Source(archive));
    }

    private ZipContents(Source source) {
        // Names that do not say that they are UTF-8 are in whatever their maker used; so every byte is some character.
        super(source, ISO_8859_1);
        this.source = source;
    }

    /** The next entry, whose content can then be read from this stream; none when the directory begins. */
    @Nullable
    ZipEntry next() throws IOException {
        closeEntry();
        if (current != null) {
            seen.put(start, Seen.of(current));
            count++;
        }
        // What the superclass has read too far it has put back.
        start = source.position - in.available();
        current = getNextEntry();
        return current;
    }

    /** To the end of the archive; asked when there is no next entry. */
    void checkDirectory() throws IOException {
        InputStream directory = new SequenceInputStream(new ByteArrayInputStream(source.since(start)), source);
        int signature = fields(directory, 4).getInt();
        while (signature == ENTRY) {
            checkEntry(directory);
            signature = fields(directory, 4).getInt();
        }
        require(seen.isEmpty() && count > 0);
        if (signature == LARGE_END) {
            checkLargeEnd(directory);
            require(fields(directory, 4).getInt() == LARGE_END_LOCATOR);
            fields(directory, 16);
            signature = fields(directory, 4).getInt();
        }
        require(signature == END);
        checkEnd(directory);
        require(directory.read() < 0);
    }

    private void checkEntry(InputStream directory) throws IOException {
        ByteBuffer entry = fields(directory, 42);
        int maker = entry.getShort(0) >> 8;
        boolean utf8 = (entry.getShort(4) & UTF_8_NAME) != 0;
        byte[] name = fields(directory, entry.getShort(24) & 0xFFFF).array();
        fields(directory, entry.getShort(26) & 0xFFFF);
        fields(directory, entry.getShort(28) & 0xFFFF);
        Seen told = new Seen(
                new String(name, utf8 ? UTF_8 : ISO_8859_1),
                entry.getShort(6),
                entry.getInt(16) & IN_LARGE_END,
                entry.getInt(20) & IN_LARGE_END);
        Seen found = seen.remove(entry.getInt(38) & IN_LARGE_END);
        require(found != null && found.isTold(told));
        if (maker == UNIX && (entry.getInt(34) >>> 16 & FILE_TYPE) == SYMBOLIC_LINK) {
            throw Unpacking.unsafe(told.name());
        }
    }

    private void checkLargeEnd(InputStream directory) throws IOException {
        long length = fields(directory, 8).getLong();
        require(length >= 44 && length <= 0xFFFF);
        ByteBuffer end = fields(directory, (int) length);
        require(end.getLong(20) == count && end.getLong(36) == start);
    }

    private void checkEnd(InputStream directory) throws IOException {
        ByteBuffer end = fields(directory, 18);
        int entries = end.getShort(6) & 0xFFFF;
        long offset = end.getInt(12) & IN_LARGE_END;
        require(entries == count || entries == COUNT_IN_LARGE_END);
        require(offset == start || offset == IN_LARGE_END);
        fields(directory, end.getShort(16) & 0xFFFF);
    }

    private static ByteBuffer fields(InputStream directory, int length) throws IOException {
        byte[] bytes = directory.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void require(boolean consistent) throws ZipException {
        if (!consistent) {
            throw new ZipException("The directory of the archive does not say what is in it");
        }
    }

    private record Seen(String name, int method, long compressed, long size) {

        static Seen of(ZipEntry entry) {
            return new Seen(entry.getName(), entry.getMethod(), entry.getCompressedSize(), entry.getSize());
        }

        boolean isTold(Seen told) {
            return name.equals(told.name)
                    && method == told.method
                    && (compressed == told.compressed || told.compressed == IN_LARGE_END)
                    && (size == told.size || told.size == IN_LARGE_END);
        }
    }

    /** Knows how far it has been read, and what was read last. */
    private static final class Source extends FilterInputStream {

        /** More than the superclass reads ahead. */
        private static final int REMEMBERED = 2048;

        private final byte[] last = new byte[REMEMBERED];
        private long position;

        Source(InputStream archive) {
            super(archive);
        }

        byte[] since(long start) {
            return Arrays.copyOfRange(last, REMEMBERED - (int) Math.min(position - start, REMEMBERED), REMEMBERED);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                int kept = Math.min(read, REMEMBERED);
                System.arraycopy(last, kept, last, 0, REMEMBERED - kept);
                System.arraycopy(target, offset + read - kept, last, REMEMBERED - kept, kept);
                position += read;
            }
            return read;
        }

        /** Nothing, so that what the superclass says to have available is what it has put back. */
        @Override
        public int available() {
            return 0;
        }
    }
}
