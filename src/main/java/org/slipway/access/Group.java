package org.slipway.access;

import java.util.Locale;

/** A group of people known to the system; releases name groups by id. */
public record Group(String id, String name) {

    /** Whether its id or its name contains the text, whatever its case. */
    public boolean isMeantBy(String text) {
        return (id + ' ' + name).toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
