package org.slipway.cmdb.graph;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slipway.cmdb.Redundancy;

/** The redundancy of an item by relationship type as one line: {@code runs_on=50%;has_member=2}. */
public final class RedundancyText {

    private RedundancyText() {}

    /**
     * Reads such a line; blank means none.
     *
     * @throws org.slipway.shared.Malformed {@code redundancy-malformed}
     */
    public static Map<String, Redundancy> parse(String text) {
        Map<String, Redundancy> redundancy = new TreeMap<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                int equals = part.lastIndexOf('=');
                redundancy.put(
                        part.substring(0, Math.max(0, equals)).strip(), Redundancy.parse(part.substring(equals + 1)));
            }
        }
        return redundancy;
    }

    public static String write(Map<String, Redundancy> redundancy) {
        return redundancy.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
    }
}
