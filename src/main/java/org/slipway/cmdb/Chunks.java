package org.slipway.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Cuts what may be long into pieces that fit into one statement. */
final class Chunks {

    private static final int SIZE = 1000;

    private Chunks() {}

    static <T> void of(Collection<T> all, Consumer<List<T>> piece) {
        List<T> list = new ArrayList<>(all);
        for (int from = 0; from < list.size(); from += SIZE) {
            piece.accept(list.subList(from, Math.min(from + SIZE, list.size())));
        }
    }
}
