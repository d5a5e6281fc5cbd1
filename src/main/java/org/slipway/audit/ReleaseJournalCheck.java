package org.slipway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what {@link ReleaseJournal} has written, without database and application. */
public final class ReleaseJournalCheck {

    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    private final JournalCheck check = new JournalCheck(false);
    private final Map<Long, Seal> seals = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Head head;

    /** @param what a {@link Finding.Reason} by name @param where line of the history, position or identifier */
    public record Problem(String what, String where) {}

    /** The lines; before the chain. */
    public void readLines(InputStream lines) throws IOException {
        each(lines, line -> {
            JournalLine read = json.treeToValue(line, JournalLine.class);
            if (read instanceof JournalLine.Of.Sealed sealed) {
                seals.put(sealed.seal().position(), sealed.seal());
            }
            check.read(read);
        });
        for (Finding finding : check.result().findings()) {
            problems.add(new Problem(finding.reason().name(), where(finding)));
        }
    }

    /** The part of the chain: each seal follows the one before it, and those of the lines are among them. */
    public void readChain(InputStream lines) throws IOException {
        each(lines, line -> {
            if (!line.has("type")) {
                head = json.treeToValue(line, Head.class);
                return;
            }
            if (!(json.treeToValue(line, JournalLine.class) instanceof JournalLine.Of.Sealed sealed)) {
                return;
            }
            Seal seal = sealed.seal();
            if (head == null || seal.position() != head.position() + 1 || !seal.follows(head.hash())) {
                problems.add(new Problem(Finding.Reason.SEAL_CHANGED.name(), String.valueOf(seal.position())));
            }
            Seal known = seals.remove(seal.position());
            if (known != null && !known.equals(seal)) {
                problems.add(new Problem(Finding.Reason.SEAL_CHANGED.name(), String.valueOf(seal.position())));
            }
            head = seal.asHead();
        });
        seals.keySet().stream()
                .sorted()
                .forEach(position ->
                        problems.add(new Problem(Finding.Reason.SEAL_MISSING.name(), String.valueOf(position))));
    }

    /** What was found; none of what nobody has bent. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether the chain ends there. */
    public boolean endsAt(long position, String hash) {
        return new Head(position, hash).equals(head);
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
