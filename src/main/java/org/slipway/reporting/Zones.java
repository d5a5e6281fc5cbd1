package org.slipway.reporting;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/** Time zones as people name them. */
public final class Zones {

    private static final int LONGEST = 64;

    private Zones() {}

    /** A region such as {@code America/Sao_Paulo}; UTC when none is named. Refuses with {@code zone-unknown}. */
    public static ZoneId of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return ZoneId.of("UTC");
        }
        try {
            if (name.length() <= LONGEST) {
                ZoneId zone = ZoneId.of(name);
                if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                    return zone;
                }
            }
        } catch (DateTimeException e) {
            // Refused below.
        }
        throw new Malformed("zone-unknown", "zone", name);
    }
}
