package org.slipway.cmdb;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slipway.shared.Malformed;

/**
 * How many of the members that an item needs must remain, so that it stays whole: a number of them such as {@code 2}, or
 * a share such as {@code 50%} or {@code 66.5%}. The item is impacted when fewer remain (src/docs/domain.md, Impact).
 *
 * @param members     at least so many, if {@code hundredths} is 0
 * @param hundredths  at least so many hundredths of a per cent of all members, 0 to 10 000
 */
public record Redundancy(int members, int hundredths) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)\\s?%");
    private static final int WHOLE = 10_000;

    /** Any single member is enough. */
    public static final Redundancy ONE = new Redundancy(1, 0);

    /**
     * Reads {@code 2} or {@code 50%}.
     *
     * @throws Malformed {@code redundancy-malformed}
     */
    @JsonCreator
    public static Redundancy parse(String text) {
        Matcher share = SHARE.matcher(text.strip());
        if (share.matches()) {
            int hundredths = new BigDecimal(share.group(1)).movePointRight(2).intValueExact();
            if (hundredths > 0 && hundredths <= WHOLE) {
                return new Redundancy(0, hundredths);
            }
        } else if (NUMBER.matcher(text.strip()).matches()) {
            return new Redundancy(Integer.parseInt(text.strip()), 0);
        }
        throw new Malformed("redundancy-malformed", "redundancy", text);
    }

    /** Whether what {@code remain} of {@code all} members are enough. */
    public boolean isKept(int remain, int all) {
        return hundredths > 0 ? (long) remain * WHOLE >= (long) hundredths * all : remain >= Math.min(members, all);
    }

    /** The least number of {@code all} members that keeps the item whole. */
    public int least(int all) {
        return hundredths > 0 ? (int) (((long) hundredths * all + WHOLE - 1) / WHOLE) : Math.min(members, all);
    }

    @Override
    @JsonValue
    public String toString() {
        return hundredths == 0
                ? String.valueOf(members)
                : BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString() + "%";
    }
}
