package org.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;

/** Keeps the bytes of documents in one place. None of them is ever in memory as a whole. */
interface ContentStore {

    ContentPlace place();

    /** Does what can be done before a transaction begins, so that no connection waits for a slow disk. */
    Staged stage(UUID document, InputStreamSource content) throws IOException;

    /** Fails half-way when the document is removed while it is read. */
    InputStream read(UUID document, long size) throws IOException;

    /** Takes part in the transaction that removes the document: what is rolled back can still be read. */
    void remove(UUID document);

    /** Content that belongs to no document yet; unless it is kept it is gone when closed. */
    interface Staged extends AutoCloseable {

        /** Takes part in the transaction that adds the document: what is rolled back leaves nothing. */
        void keep() throws IOException;

        @Override
        void close();
    }
}
