package org.slipway.cmdb;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/** The rule for names of configuration items: free text of one line, without blanks at its ends. */
final class ItemKey {

    static final int LONGEST = 200;

    private static final Pattern FORM = Pattern.compile("[^\\s\\p{Cntrl}]([^\\p{Cntrl}]*[^\\s\\p{Cntrl}])?");

    private ItemKey() {}

    static boolean isValid(@Nullable String key) {
        return key != null && key.length() <= LONGEST && FORM.matcher(key).matches();
    }

    static void check(@Nullable String key, String field) {
        if (!isValid(key)) {
            throw new Malformed("configuration-item-key-malformed", field, LONGEST);
        }
    }
}
