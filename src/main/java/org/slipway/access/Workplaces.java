package org.slipway.access;

import java.util.List;

/** The applications beside our own pages, such as Tasklist, in which the person behind this thread may work. */
public interface Workplaces {

    /** In the order in which they are offered. */
    List<Workplace> open();

    /** One of them, by the name it is known under and its path below the application's root. */
    record Workplace(String name, String path) {}
}
