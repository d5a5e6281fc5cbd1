package org.slipway.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slipway.audit.Finding.Reason;
import org.slipway.release.HistoryLine;

/**
 * Reads the journal line by line, wherever it comes from, and finds where it was bent (src/docs/domain.md, Journal). It
 * remembers one line per release and one per person, whatever the length of the journal.
 */
final class JournalCheck {

    static final int MOST_FINDINGS = 100;

    private record Tip(int sequence, String hash) {}

    private final boolean whole;
    private final BlanksCheck blanks = new BlanksCheck();
    private final AnchorsCheck anchors = new AnchorsCheck();
    private final TrailsCheck trails = new TrailsCheck();
    private final Map<String, Tip> tips = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long position;
    private String hash = Seal.NOTHING;
    private @Nullable Seal open;
    private @Nullable String stoodFor;
    private long lines;
    private long entries;
    private long seals;
    private long releases;
    private long erased;
    private boolean ended;

    /** @param whole whether everything will be read, not only what concerns one release */
    JournalCheck(boolean whole) {
        this.whole = whole;
    }

    /** Before anything is read. */
    void know(Anchors.Known outside) {
        anchors.know(outside);
        anchors.unreadable().forEach(this::find);
    }

    void read(JournalLine line) {
        if (ended) {
            find(Reason.END_EXCEEDED, null, null, null, null);
        }
        if (line instanceof JournalLine.Of.Person person) {
            read(person);
        } else if (line instanceof JournalLine.Of.Anchor anchor) {
            anchors.read(anchor);
        } else if (line instanceof JournalLine.Of.Sealed sealed) {
            read(sealed.seal());
        } else if (line instanceof JournalLine.Of.Occurrence occurrence) {
            read(occurrence.line());
        } else if (line instanceof JournalLine.Of.Entry entry) {
            read(entry.entry());
        } else if (line instanceof JournalLine.Of.Kept kept) {
            closeSeal();
            trails.read(kept);
        } else if (line instanceof JournalLine.Of.Release release) {
            read(release);
        } else if (line instanceof JournalLine.Of.End end) {
            read(end);
        }
    }

    /** By id, the hash of each run and model of which an entry says that it was kept. */
    SortedMap<String, String> kept() {
        return trails.said();
    }

    Verification result() {
        closeSeal();
        tips.keySet().stream().sorted().forEach(release -> find(Reason.RELEASE_MISSING, release, null, null, null));
        blanks.unaccounted().forEach(this::find);
        trails.findings().forEach(this::find);
        if (whole) {
            anchors.missingFrom(0).forEach(this::find);
            if (!ended) {
                find(Reason.END_MISSING, null, null, position + 1, null);
            }
        }
        return new Verification(
                findings.isEmpty(),
                lines,
                entries,
                erased,
                releases,
                seals,
                new Head(position, hash),
                anchors.compared(),
                whole,
                List.copyOf(findings));
    }

    private void read(JournalLine.Of.Person person) {
        if (!blanks.read(person)) {
            find(Reason.PERSON_CHANGED, null, null, null, person.person());
        }
    }

    private void read(Seal seal) {
        closeSeal();
        seals++;
        if (whole && seal.position() <= position) {
            find(Reason.SEAL_ADDED, seal.release(), null, seal.position(), null);
            return;
        }
        if (whole && seal.position() != position + 1) {
            find(Reason.SEAL_MISSING, seal.release(), null, position + 1, null);
        } else if (whole && !seal.follows(hash)) {
            find(Reason.SEAL_CHANGED, seal.release(), null, seal.position(), null);
        }
        if (!anchors.agreesWith(seal.position(), seal.hash())) {
            find(Reason.ANCHOR_CONTRADICTED, seal.release(), null, seal.position(), null);
        }
        position = seal.position();
        hash = seal.hash();
        open = seal;
        stoodFor = null;
    }

    /** What the last seal stands for has been read. */
    private void closeSeal() {
        if (open == null) {
            return;
        }
        if (open.entry() != null && stoodFor == null) {
            find(Reason.ENTRY_MISSING, null, null, open.position(), open.entry().toString());
        } else if (open.release() != null && reached(open.release()) != Objects.requireNonNullElse(open.last(), -1)) {
            find(Reason.LINE_MISSING, open.release(), reached(open.release()) + 1, open.position(), null);
        } else if (!open.contentHash().equals(stoodFor)) {
            find(Reason.CONTENT_REPLACED, open.release(), open.last(), open.position(), string(open.entry()));
        }
        open = null;
    }

    private void read(HistoryLine line) {
        if (open != null && !line.release().equals(open.release())
                || open != null && open.last() != null && line.sequence() > open.last()) {
            closeSeal();
        }
        lines++;
        erased += line.hasErasures() ? 1 : 0;
        Tip tip = tips.get(line.release());
        int expected = tip == null ? 1 : tip.sequence() + 1;
        boolean mayBeErased = blanks.read(line, sealed());
        if (line.sequence() < expected) {
            find(Reason.LINE_ADDED, line.release(), line.sequence(), sealed(), null);
        } else if (line.sequence() > expected) {
            find(Reason.LINE_MISSING, line.release(), expected, sealed(), null);
        } else if (!Objects.equals(line.previousHash(), tip == null ? null : tip.hash())) {
            find(Reason.CHAIN_BROKEN, line.release(), line.sequence(), sealed(), null);
        } else if (!line.isIntact(blanks.digest(line.person()))) {
            find(Reason.LINE_CHANGED, line.release(), line.sequence(), sealed(), null);
        } else if (!mayBeErased) {
            find(Reason.BLANKED, line.release(), line.sequence(), sealed(), null);
        }
        tips.put(line.release(), new Tip(line.sequence(), line.hash()));
        stoodFor = line.hash();
    }

    private void read(JournalEntry entry) {
        if (open != null && !entry.id().equals(open.entry())) {
            closeSeal();
        }
        entries++;
        erased += entry.hasErasures() ? 1 : 0;
        boolean mayBeErased = blanks.read(entry, sealed());
        trails.read(entry);
        if (!entry.isIntact(blanks.digest(entry.person()))) {
            find(Reason.ENTRY_CHANGED, entry.release(), null, sealed(), string(entry.id()));
        } else if (entry.position() != null && (open == null || entry.position() != open.position())) {
            find(Reason.ENTRY_ADDED, entry.release(), null, entry.position(), string(entry.id()));
        } else if (!mayBeErased) {
            find(Reason.BLANKED, entry.release(), null, sealed(), string(entry.id()));
        }
        stoodFor = entry.hash();
    }

    private void read(JournalLine.Of.Release release) {
        closeSeal();
        releases++;
        Tip tip = tips.remove(release.number());
        int reached = tip == null ? 0 : tip.sequence();
        if (reached != release.lines()) {
            find(
                    reached < release.lines() ? Reason.LINE_MISSING : Reason.LINE_ADDED,
                    release.number(),
                    Math.min(reached, release.lines()) + 1,
                    null,
                    null);
        } else if (tip != null && !tip.hash().equals(release.lastHash())) {
            find(Reason.CHAIN_BROKEN, release.number(), reached, null, null);
        }
    }

    private void read(JournalLine.Of.End end) {
        closeSeal();
        ended = true;
        if (end.position() != position || !end.hash().equals(hash)) {
            find(Reason.SEAL_MISSING, null, null, Math.min(position, end.position()) + 1, null);
        }
        if (end.lines() != lines) {
            find(end.lines() > lines ? Reason.LINE_ADDED : Reason.LINE_MISSING, null, null, null, null);
        }
        if (end.entries() != entries) {
            find(end.entries() > entries ? Reason.ENTRY_ADDED : Reason.ENTRY_MISSING, null, null, null, null);
        }
    }

    private int reached(String release) {
        Tip tip = tips.get(release);
        return tip == null ? 0 : tip.sequence();
    }

    private @Nullable Long sealed() {
        return open == null ? null : open.position();
    }

    private static @Nullable String string(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private void find(
            Reason reason,
            @Nullable String release,
            @Nullable Integer sequence,
            @Nullable Long at,
            @Nullable String entry) {
        find(new Finding(reason, release, sequence, at, entry));
    }

    private void find(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
