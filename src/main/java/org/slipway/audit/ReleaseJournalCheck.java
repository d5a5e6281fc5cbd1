package org.slipway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks what the journal says of one release, where it is or as {@link ReleaseJournal} has written it: that the lines, the
 * entries and what they name are what their seals stand for, and that those seals lie on the way to the head of the chain.
 */
public final class ReleaseJournalCheck {

    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    private final JournalCheck check = new JournalCheck(false);
    private final AnchorsCheck anchors = new AnchorsCheck();
    private final Map<Long, Seal> seals = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Head head;
    private long from = Long.MAX_VALUE;

    /** @param what a {@link Finding.Reason} by name @param where line of the history, position or identifier */
    public record Problem(String what, String where) {}

    /** The lines; before the chain. */
    public void readLines(InputStream lines) throws IOException {
        each(lines, line -> read(json.treeToValue(line, JournalLine.class)));
    }

    /** The part of the chain. */
    public void readChain(InputStream lines) throws IOException {
        each(lines, line -> {
            if (!line.has("type")) {
                follow(json.treeToValue(line, Head.class));
            } else if (json.treeToValue(line, JournalLine.class) instanceof JournalLine.Of.Sealed sealed) {
                follow(sealed);
            }
        });
    }

    /** A file with what was said of the chain outside; before the chain is read. */
    public void know(Path file) {
        know(Anchors.read(file, json));
    }

    /** How many places of the chain were compared with what was said of them outside. */
    public long compared() {
        return anchors.compared();
    }

    /** What was said of the chain outside; before it is read. */
    void know(Anchors.Known outside) {
        anchors.know(outside);
        findings.addAll(anchors.unreadable());
    }

    /** Of the release; before the chain. */
    void read(JournalLine line) {
        if (line instanceof JournalLine.Of.Sealed sealed) {
            seals.put(sealed.seal().position(), sealed.seal());
        }
        check.read(line);
    }

    /** What the next seal follows; at the beginning, and wherever some were left out. */
    void follow(Head before) {
        head = before;
        from = Math.min(from, before.position() + 1);
    }

    /** Each follows the one before it, and those of the lines are among them. */
    void follow(JournalLine.Of.Sealed sealed) {
        Seal seal = sealed.seal();
        boolean follows = head != null && seal.position() == head.position() + 1 && seal.follows(head.hash());
        Seal known = seals.remove(seal.position());
        if (!follows || known != null && !known.equals(seal)) {
            findings.add(new Finding(Finding.Reason.SEAL_CHANGED, seal.release(), null, seal.position(), null));
        } else if (!anchors.agreesWith(seal.position(), seal.hash())) {
            findings.add(new Finding(Finding.Reason.ANCHOR_CONTRADICTED, seal.release(), null, seal.position(), null));
        }
        head = seal.asHead();
    }

    /** An entry that a seal of the chain stands for is not there. */
    void miss(long position, String entry) {
        findings.add(new Finding(Finding.Reason.ENTRY_MISSING, null, null, position, entry));
    }

    /** What was found; none of what nobody has bent. */
    public List<Problem> problems() {
        return findings(check.result()).stream()
                .map(ReleaseJournalCheck::problem)
                .toList();
    }

    /** By id, the hash of each run and model of which the journal says that it was kept. */
    public Map<String, String> kept() {
        return check.kept();
    }

    static Problem problem(Finding finding) {
        return new Problem(finding.reason().name(), where(finding));
    }

    /** Whether the chain ends there. */
    public boolean endsAt(long position, String hash) {
        return new Head(position, hash).equals(head);
    }

    /** Where it is, so that its end is known, and that some seals may have been left out. */
    Verification result(ReleaseJournal.Chain chain) {
        if (!endsAt(chain.position(), chain.hash())) {
            findings.add(new Finding(Finding.Reason.SEAL_MISSING, null, null, chain.position(), null));
        }
        findings.addAll(anchors.missingFrom(chain.unbroken() ? from : chain.position() + 1));
        Verification lines = check.result();
        List<Finding> all = findings(lines);
        return new Verification(
                all.isEmpty(),
                lines.lines(),
                lines.entries(),
                lines.erased(),
                lines.releases(),
                lines.seals(),
                new Head(chain.position(), chain.hash()),
                anchors.compared(),
                chain.unbroken(),
                all.stream().limit(JournalCheck.MOST_FINDINGS).toList());
    }

    /** Those of the lines first, as they name the place most exactly. */
    private List<Finding> findings(Verification lines) {
        List<Finding> all = new ArrayList<>(lines.findings());
        all.addAll(findings);
        seals.values().stream()
                .sorted(Comparator.comparing(Seal::position))
                .map(seal -> new Finding(Finding.Reason.SEAL_MISSING, seal.release(), null, seal.position(), null))
                .forEach(all::add);
        return all;
    }

    private interface Line {
        void read(JsonNode line) throws IOException;
    }

    private void each(InputStream lines, Line reader) throws IOException {
        BufferedReader buffered = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        for (String line = buffered.readLine(); line != null; line = buffered.readLine()) {
            if (!line.isBlank()) {
                reader.read(json.readTree(line));
            }
        }
    }

    private static String where(Finding finding) {
        if (finding.sequence() != null) {
            return finding.release() + "/" + finding.sequence();
        }
        return String.valueOf(finding.entry() != null ? finding.entry() : finding.position());
    }
}
