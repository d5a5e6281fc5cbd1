package org.slipway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.PersonDigests;
import org.slipway.audit.Finding.Reason;
import org.slipway.release.HistoryLine;

/**
 * Holds what stands in the journal as a digest or a pseudonym only against the entries that account for it
 * ({@link EntryKind#BLANKING}), so that nobody passes off as erased what he has taken out, or given to somebody else. Those
 * entries come behind what they account for, so the verdict is for the end.
 */
final class BlanksCheck {

    private final ObjectMapper json = JsonMapper.builder().build();
    private final Map<String, String> digests = new HashMap<>();
    private final Set<String> pseudonyms = new HashSet<>();
    private final Map<String, Finding> blanked = new LinkedHashMap<>();
    private final Positions faded = new Positions();
    private final Set<String> accountedFor = new HashSet<>();
    private final Positions accountedForFading = new Positions();

    /** Whether the digest is this name's, or, without a salt, the name is the only one that may stand for it. */
    boolean read(JournalLine.Of.Person person) {
        digests.put(person.person(), person.digest());
        if (person.salt() != null) {
            return person.digest().equals(PersonDigests.digest(person.salt(), person.person()));
        }
        pseudonyms.add(person.person());
        return person.person().equals(PersonDigests.pseudonymFor(person.digest()));
    }

    @Nullable
    String digest(String person) {
        return digests.get(person);
    }

    /** Whether so much of it may have been erased at all; the rest is told in the end. */
    boolean read(HistoryLine line, @Nullable Long sealed) {
        boolean pseudonymous = readName(line.person(), line.release(), line.sequence(), sealed, null);
        if (line.textDigest() != null) {
            blanked.putIfAbsent(
                    line.release() + "/" + line.sequence(),
                    new Finding(Reason.BLANKED, line.release(), line.sequence(), sealed, null));
        }
        return (line.originDigest() == null || pseudonymous) && (line.textDigest() == null || line.isToldByTheSystem());
    }

    /** As of a line. */
    boolean read(JournalEntry entry, @Nullable Long sealed) {
        boolean pseudonymous = readName(
                entry.person(), entry.release(), null, sealed, entry.id().toString());
        if (entry.subjectDigest() != null || entry.detailDigest() != null) {
            if (entry.faded() && sealed != null) {
                faded.add(sealed);
            } else {
                blanked.putIfAbsent(
                        JournalEntry.known(entry.release(), entry.id()),
                        new Finding(
                                Reason.BLANKED,
                                entry.release(),
                                null,
                                sealed,
                                entry.id().toString()));
            }
        }
        if (entry.kind().equals(EntryKind.BLANKING.name())) {
            account(entry);
        }
        return entry.originDigest() == null || pseudonymous || entry.faded();
    }

    private boolean readName(
            String person,
            @Nullable String release,
            @Nullable Integer sequence,
            @Nullable Long sealed,
            @Nullable String entry) {
        boolean pseudonymous = pseudonyms.contains(person);
        if (pseudonymous) {
            blanked.putIfAbsent(
                    person, new Finding(Reason.BLANKED, release, sequence, sealed, entry == null ? person : entry));
        }
        return pseudonymous;
    }

    private void account(JournalEntry entry) {
        accountedFor.add(entry.subject());
        if (entry.detail() == null) {
            return;
        }
        try {
            JsonNode detail = json.readTree(entry.detail());
            detail.path("what").forEach(what -> accountedFor.add(what.asText()));
            for (String position : detail.path("positions").asText().split(" ")) {
                if (!position.isEmpty()) {
                    accountedForFading.add(Long.parseLong(position));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // It accounts for nothing; that it is not as it was written is found by its hash.
        }
    }

    /** Whatever nothing accounts for, when everything has been read. */
    List<Finding> unaccounted() {
        List<Finding> found = new ArrayList<>();
        blanked.forEach((what, finding) -> {
            if (!accountedFor.contains(what)) {
                found.add(finding);
            }
        });
        faded.without(accountedForFading)
                .limit(JournalCheck.MOST_FINDINGS)
                .forEach(position -> found.add(new Finding(Reason.BLANKED, null, null, position, null)));
        return found;
    }
}
