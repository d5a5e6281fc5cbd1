package org.slipway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files have been taken into a registry. Published inside the transaction in which it happened.
 *
 * @param registry such as {@code cmdb}
 * @param counts   what became of their rows
 */
public record FileTakenIn(String registry, List<Taken> files, Object counts) {

    /** A file by the name its sender gave it, and the SHA-256 of its content. */
    public record Taken(String name, String sha256) {}

    private static final ThreadLocal<@Nullable Boolean> UNDER_WAY = new ThreadLocal<>();

    /** Whether this thread is taking files in: what it writes meanwhile are their rows. */
    public static boolean isUnderWay() {
        return UNDER_WAY.get() != null;
    }

    /** Until closed, this thread takes files in; it has written all their rows by then. */
    public static UnderWay begin() {
        UNDER_WAY.set(true);
        return UNDER_WAY::remove;
    }

    /** To be closed. */
    @FunctionalInterface
    public interface UnderWay extends AutoCloseable {

        @Override
        void close();
    }
}
