package org.slipway.reporting.export;

import java.io.Closeable;
import java.io.IOException;
import org.slipway.reporting.ReleaseRow;

/** A table being written, row by row. Closing it without {@link #finish} leaves it incomplete. */
interface Table extends Closeable {

    void add(ReleaseRow row) throws IOException;

    /** Says how many rows there are, or that there are none. */
    void finish(long rows) throws IOException;
}
