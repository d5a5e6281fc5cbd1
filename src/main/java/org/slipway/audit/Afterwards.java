package org.slipway.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one transaction goes around a whole request, what has to be noted however it ends waits until it has ended and given
 * its connection back: to hold one and ask for a second would let as many requests as there are connections wait for each other.
 */
public final class Afterwards implements AutoCloseable {

    private static final ThreadLocal<@Nullable Afterwards> OPEN = new ThreadLocal<>();

    private final List<Runnable> waiting = new ArrayList<>();

    private Afterwards() {}

    /** To be closed by this thread when its transaction has ended. */
    public static Afterwards open() {
        Afterwards afterwards = new Afterwards();
        OPEN.set(afterwards);
        return afterwards;
    }

    /** At once, where nothing has to be waited for. */
    public static void run(Runnable work) {
        Afterwards open = OPEN.get();
        if (open == null) {
            work.run();
        } else {
            open.waiting.add(work);
        }
    }

    @Override
    public void close() {
        OPEN.remove();
        waiting.forEach(Runnable::run);
    }
}
