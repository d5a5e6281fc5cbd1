package org.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The bytes of documents as files. A file is there, whole, before the transaction that adds it commits, and goes after the
 * one that removes it has; whatever a crash leaves in between is settled by {@link DiskLeftovers}.
 */
@Component
class DiskContent implements ContentStore {

    private static final Logger LOG = LoggerFactory.getLogger(DiskContent.class);

    private final ContentFiles files;

    DiskContent(ContentFiles files) {
        this.files = files;
    }

    @Override
    public ContentPlace place() {
        return ContentPlace.DISK;
    }

    @Override
    public Staged stage(UUID document, InputStreamSource content) throws IOException {
        StagedFile staged = new StagedFile(document);
        files.begin(document);
        try (InputStream bytes = content.getInputStream()) {
            files.write(document, bytes);
            return staged;
        } catch (IOException | RuntimeException e) {
            staged.close();
            throw e;
        }
    }

    @Override
    public InputStream read(UUID document, long size) throws IOException {
        return files.open(document);
    }

    @Override
    public void remove(UUID document) {
        try {
            files.begin(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TransactionSynchronizationManager.registerSynchronization(new Outcome(document) {
            @Override
            void committed() throws IOException {
                files.delete(document);
            }
        });
    }

    private final class StagedFile implements Staged {

        private final UUID document;
        private boolean kept;

        StagedFile(UUID document) {
            this.document = document;
        }

        @Override
        public void keep() throws IOException {
            TransactionSynchronizationManager.registerSynchronization(new Outcome(document) {
                @Override
                void rolledBack() throws IOException {
                    files.delete(document);
                }
            });
            kept = true;
            files.publish(document);
        }

        @Override
        public void close() {
            if (!kept) {
                settled(document, () -> files.delete(document));
            }
        }
    }

    private void settled(UUID document, Work last) {
        try {
            last.run();
            files.settle(document);
        } catch (IOException e) {
            LOG.warn("The file of document {} is not settled; the next sweep tries again", document, e);
        }
    }

    /** What to do when the database has decided. */
    private abstract class Outcome implements TransactionSynchronization {

        private final UUID document;
        private boolean commitTried;

        Outcome(UUID document) {
            this.document = document;
        }

        void committed() throws IOException {
            // The file is where it belongs.
        }

        void rolledBack() throws IOException {
            // The file is where it belongs.
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            commitTried = true;
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
                settled(document, this::committed);
            } else if (!commitTried) {
                settled(document, this::rolledBack);
            }
            // When the connection broke in the commit nobody knows what became of it; the sweep asks the database.
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
