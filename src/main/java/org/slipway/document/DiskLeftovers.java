package org.slipway.document;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Settles, a day later, what a crash has left between database and disk: a file without a document goes. Looks only at
 * files that were being added or removed, never at all of them; so nodes may do it at once, and one that is started on the
 * wrong database does no harm to what is settled.
 */
@Component
class DiskLeftovers {

    private static final Logger LOG = LoggerFactory.getLogger(DiskLeftovers.class);
    /** No transaction is as old. */
    private static final Duration AGE = Duration.ofDays(1);

    private static final int AT_ONCE = 500;

    private final ContentFiles files;
    private final DocumentRepository documents;
    private final Clock clock;

    DiskLeftovers(ContentFiles files, DocumentRepository documents, Clock clock) {
        this.files = files;
        this.documents = documents;
        this.clock = clock;
    }

    @Scheduled(cron = "${slipway.document.sweep:0 17 * * * *}")
    void sweep() throws IOException {
        if (!files.areKept()) {
            return;
        }
        for (UUID document : files.unsettledSince(clock.instant().minus(AGE), AT_ONCE)) {
            if (!documents.existsById(document)) {
                files.delete(document);
                LOG.info("Removed what was left of the file of {}, which is no document", document);
            }
            files.settle(document);
        }
    }
}
