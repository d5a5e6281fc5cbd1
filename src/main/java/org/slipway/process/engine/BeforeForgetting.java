package org.slipway.process.engine;

import java.util.Collection;

/** Is asked before the engine removes history, in the same transaction; an exception leaves everything where it is. */
public interface BeforeForgetting {

    /** Whatever has ended and whose time has come, or comes within a day. */
    void keepDue();

    /** Of these instances those that have ended. */
    void keep(Collection<String> instances);
}
