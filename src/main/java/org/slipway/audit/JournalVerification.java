package org.slipway.audit;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.Releases;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells auditors whether the journal is whole, and hands it out; either is an entry of the journal itself. */
@Service
class JournalVerification {

    /** A longer way from a release's first seal to the head is not followed link by link. */
    private static final long MOST_SEALS = 200_000;

    private final Sealing sealing;
    private final JournalReader reader;
    private final Journal journal;
    private final ReleaseJournal lines;
    private final Anchors anchors;
    private final Releases releases;
    private final Rights rights;
    private final TransactionTemplate snapshot;
    private final ReentrantLock one = new ReentrantLock();

    JournalVerification(
            Sealing sealing,
            JournalReader reader,
            Journal journal,
            ReleaseJournal lines,
            Anchors anchors,
            Releases releases,
            Rights rights,
            TransactionTemplate transaction) {
        this.sealing = sealing;
        this.reader = reader;
        this.journal = journal;
        this.lines = lines;
        this.anchors = anchors;
        this.releases = releases;
        this.rights = rights;
        this.snapshot = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.snapshot.setIsolationLevel(Isolation.SERIALIZABLE.value());
        this.snapshot.setReadOnly(true);
    }

    /**
     * Of everything, or of one release: of that its lines, the entries on it, and the way from its first seal to the head,
     * which leaves out what other seals stand for, and an entry that somebody took its number from. What is committed is sealed first. Refuses with {@code verification-running} a
     * second one of everything at the same time on one node.
     */
    Verification verify(@Nullable String release) {
        rights.require(Operation.AUDIT);
        if (release == null) {
            return verifyUnasked();
        }
        releases.get(release);
        sealing.sealAll();
        return noted(
                release,
                Objects.requireNonNull(snapshot.execute(status -> lines.check(release, MOST_SEALS, anchors.known()))));
    }

    /** Of everything, by the system itself. Refuses as {@link #verify} does. */
    Verification verifyUnasked() {
        return alone(() -> {
            sealing.sealAll();
            JournalCheck check = new JournalCheck(true);
            check.know(anchors.known());
            reader.read(check::read);
            return noted(null, check.result());
        });
    }

    /** Line by line, for whoever verifies it without this application. */
    void export(Consumer<JournalLine> to) {
        rights.require(Operation.AUDIT);
        journal.record(EntryKind.EXPORT, null, "journal", Map.of());
        sealing.sealAll();
        reader.read(to);
    }

    private Verification alone(Supplier<Verification> work) {
        if (!one.tryLock()) {
            throw new WrongState("verification-running", null);
        }
        try {
            return work.get();
        } finally {
            one.unlock();
        }
    }

    private Verification noted(@Nullable String release, Verification result) {
        journal.record(
                EntryKind.VERIFICATION,
                release,
                "journal",
                Map.of("valid", result.valid(), "position", result.head().position()));
        return result;
    }
}
