package org.slipway.audit;

import jakarta.annotation.PreDestroy;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what is noted apart from the work it tells of. What the database has no connection for is kept and tried again until
 * it is written, the last time when the application ends; what is lost even so is in the log, word by word.
 */
@Component
class WaitingEntries {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingEntries.class);
    private static final int MOST = 10_000;

    private record Waiting(JournalDraft draft, Consumer<JournalDraft> writing) {}

    private final Queue<Waiting> waiting = new LinkedBlockingQueue<>(MOST);
    private final TransactionTemplate apart;

    WaitingEntries(PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Now if that is possible. */
    void write(JournalDraft draft, Consumer<JournalDraft> writing) {
        try {
            apart.executeWithoutResult(own -> writing.accept(draft));
        } catch (RuntimeException e) {
            LOG.warn("An entry of the journal has to wait", e);
            if (!waiting.offer(new Waiting(draft, writing))) {
                LOG.error("Lost to the journal: {}", draft);
            }
        }
    }

    @Scheduled(fixedDelay = 1000)
    void writeWhatWaits() {
        for (Waiting next = waiting.peek(); next != null && isWritten(next); next = waiting.peek()) {
            waiting.remove(next);
        }
    }

    @PreDestroy
    void end() {
        writeWhatWaits();
        waiting.forEach(lost -> LOG.error("Lost to the journal: {}", lost.draft()));
    }

    private boolean isWritten(Waiting next) {
        try {
            apart.executeWithoutResult(own -> next.writing().accept(next.draft()));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Entries of the journal still wait", e);
            return false;
        }
    }
}
