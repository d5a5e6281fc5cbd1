package org.slipway.reporting.export;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slipway.access.Group;

/** What keys are called, for one export: each is looked up once, however many rows hold it. */
final class Names {

    private final KeptNames kept;
    private final Map<String, String> groups;
    private final Map<String, Map<String, String>> known = new HashMap<>();

    Names(KeptNames kept) {
        this.kept = kept;
        this.groups = kept.groups().stream().collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one));
    }

    /** The key itself of what is not kept any more. */
    String of(String what, String key) {
        return known.computeIfAbsent(what, any -> new HashMap<>())
                .computeIfAbsent(key, unknown -> kept.of(what, unknown).orElse(unknown));
    }

    String group(String id) {
        return groups.getOrDefault(id, id);
    }
}
