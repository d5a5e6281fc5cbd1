package org.slipway.audit;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.Releases;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Service;

/** Tells auditors whether the journal is whole, and hands it out; either is an entry of the journal itself. */
@Service
class JournalVerification {

    private final Sealing sealing;
    private final JournalReader reader;
    private final Journal journal;
    private final Releases releases;
    private final Rights rights;
    private final ReentrantLock one = new ReentrantLock();

    JournalVerification(Sealing sealing, JournalReader reader, Journal journal, Releases releases, Rights rights) {
        this.sealing = sealing;
        this.reader = reader;
        this.journal = journal;
        this.releases = releases;
        this.rights = rights;
    }

    /**
     * Of everything, or of one release; what is committed is sealed first. Refuses with {@code verification-running} a
     * second one of everything at the same time on one node.
     */
    Verification verify(@Nullable String release) {
        rights.require(Operation.AUDIT);
        if (release == null) {
            return alone(() -> {
                JournalCheck check = new JournalCheck(true);
                sealing.sealAll();
                reader.read(check::read);
                return noted(null, check.result());
            });
        }
        releases.get(release);
        JournalCheck check = new JournalCheck(false);
        sealing.sealAll();
        reader.read(release, check::read);
        return noted(release, check.result());
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
