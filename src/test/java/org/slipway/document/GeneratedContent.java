package org.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** The same bytes for the same seed, made as they are read; may break off. */
final class GeneratedContent extends InputStream {

    private final byte[] block = new byte[8191];
    private final long size;
    private final long breaksAt;
    private long read;

    GeneratedContent(long seed, long size, long breaksAt) {
        new Random(seed).nextBytes(block);
        this.size = size;
        this.breaksAt = breaksAt;
    }

    GeneratedContent(long seed, long size) {
        this(seed, size, Long.MAX_VALUE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (read >= breaksAt) {
            throw new IOException("The line is cut");
        }
        if (read == size) {
            return -1;
        }
        int position = (int) (read % block.length);
        int some = (int) Math.min(Math.min(length, block.length - position), Math.min(size, breaksAt) - read);
        System.arraycopy(block, position, target, offset, some);
        read += some;
        return some;
    }
}
