package org.slipway.cmdb;

import java.util.regex.Pattern;

/** Text that a spreadsheet would run instead of show. A number with its sign, also of a telephone, is none. */
final class Formula {

    private static final Pattern FORMULA = Pattern.compile("(?:[=@\\t\\r]|[+-](?![\\d\\s.,()/-]*$)).*", Pattern.DOTALL);
    private static final int SHOWN = 20;

    private Formula() {}

    static boolean is(String text) {
        return FORMULA.matcher(text).matches();
    }

    static String beginning(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
