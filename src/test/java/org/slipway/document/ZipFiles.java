package org.slipway.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as honest programs make them, for tests to tamper with. */
final class ZipFiles {

    static final int DIRECTORY_ENTRY = 0x02014b50;
    static final int END = 0x06054b50;

    private ZipFiles() {}

    /** With a few bytes in each entry. */
    static byte[] of(String... names) {
        return of(UTF_8, names);
    }

    static byte[] of(Charset charset, String... names) {
        return zip(charset, zip -> {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("content".getBytes(UTF_8));
            }
        });
    }

    static byte[] with(String name, byte[] content) {
        return zip(UTF_8, zip -> {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        });
    }

    /** Not compressed, its size said before it. */
    static byte[] stored(String name, byte[] content) {
        return zip(UTF_8, zip -> {
            ZipEntry entry = new ZipEntry(name);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        });
    }

    static byte[] zip(Charset charset, Entries entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, charset)) {
            entries.write(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gz(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(bytes)) {
            gz.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zeros(int megabytes) {
        return new byte[megabytes * 1024 * 1024];
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Little-endian, for changes in place. */
    static ByteBuffer fields(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where the last record with a signature begins. */
    static int last(int signature, byte[] zip) {
        for (int i = zip.length - 4; i >= 0; i--) {
            if (fields(zip).getInt(i) == signature) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no such record");
    }

    /** Puts bytes before the directory, with the end of the archive telling the truth about where the directory is. */
    static byte[] beforeDirectory(byte[] zip, byte[] more) {
        int directory = fields(zip).getInt(last(END, zip) + 16);
        byte[] all = joined(slice(zip, 0, directory), more, slice(zip, directory, zip.length));
        fields(all).putInt(last(END, all) + 16, directory + more.length);
        return all;
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    @FunctionalInterface
    interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }
}
