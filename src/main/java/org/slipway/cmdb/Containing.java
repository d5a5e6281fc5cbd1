package org.slipway.cmdb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people look for, as a pattern for SQL's {@code like … escape '!'} on text in lower case. */
public final class Containing {

    /** Takes away the meaning of the character behind it. */
    public static final char ESCAPE = '!';

    private Containing() {}

    /** Matches text with this in it, letter by letter whatever the case; everything when it is blank. */
    public static String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? "%"
                : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
