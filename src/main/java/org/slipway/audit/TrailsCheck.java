package org.slipway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slipway.audit.Finding.Reason;

/**
 * Holds what was kept of the processes of releases against the entries that say so ({@link EntryKind#TRAIL}). Either may be
 * read first, so the verdict is for the end.
 */
final class TrailsCheck {

    static final String HASHES = "kept";

    private record Said(String sha256, @Nullable String release) {}

    private final ObjectMapper json = JsonMapper.builder().build();
    private final SortedMap<String, Said> said = new TreeMap<>();
    private final Map<String, JournalLine.Of.Kept> kept = new TreeMap<>();
    private final List<Finding> contradicted = new ArrayList<>();

    void read(JournalEntry entry) {
        if (!entry.kind().equals(EntryKind.TRAIL.name()) || entry.detail() == null) {
            return;
        }
        try {
            JsonNode hashes = json.readTree(entry.detail()).path(HASHES);
            hashes.properties().forEach(each -> {
                Said before = said.put(each.getKey(), new Said(each.getValue().asText(), entry.release()));
                // A model is named by every release that ran on it.
                if (before != null && !before.sha256().equals(each.getValue().asText())) {
                    contradicted.add(finding(Reason.TRAIL_CHANGED, entry.release(), each.getKey()));
                }
            });
        } catch (IOException e) {
            // It says nothing; that it is not as it was written is found by its hash.
        }
    }

    void read(JournalLine.Of.Kept each) {
        kept.put(each.id(), each);
    }

    /** By id, what the entries say of it. */
    SortedMap<String, String> said() {
        SortedMap<String, String> hashes = new TreeMap<>();
        said.forEach((id, hash) -> hashes.put(id, hash.sha256()));
        return Collections.unmodifiableSortedMap(hashes);
    }

    /** When everything has been read. */
    List<Finding> findings() {
        List<Finding> found = new ArrayList<>(contradicted);
        said.forEach((id, each) -> {
            JournalLine.Of.Kept now = kept.get(id);
            if (now == null) {
                found.add(finding(Reason.TRAIL_MISSING, each.release(), id));
            } else if (!now.sha256().equals(each.sha256())) {
                found.add(finding(Reason.TRAIL_CHANGED, each.release(), id));
            }
        });
        kept.values().stream()
                .filter(each -> !said.containsKey(each.id()))
                .forEach(each -> found.add(finding(Reason.TRAIL_ADDED, each.release(), each.id())));
        return found;
    }

    private static Finding finding(Reason reason, @Nullable String release, String id) {
        return new Finding(reason, release, null, null, id);
    }
}
