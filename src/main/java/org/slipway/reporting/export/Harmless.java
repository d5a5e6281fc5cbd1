package org.slipway.reporting.export;

/** Text that people wrote, made fit for files that other programs open. */
public final class Harmless {

    /** What begins a formula in a spreadsheet, also as wide characters. */
    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private static final char REPLACEMENT = '\uFFFD';

    private Harmless() {}

    /** A spreadsheet that opens it as CSV shows it instead of running it. */
    public static String inCsv(String text) {
        String plain = plain(text);
        String begun = plain.stripLeading();
        boolean risky = !plain.isEmpty() && BEGINNINGS.indexOf(plain.charAt(0)) >= 0
                || !begun.isEmpty() && BEGINNINGS.indexOf(begun.charAt(0)) >= 0;
        return risky ? "'" + plain : plain;
    }

    /** Without what XML cannot hold: control characters and halves of characters. */
    static String plain(String text) {
        int ordinary = 0;
        while (ordinary < text.length() && isOrdinary(text.charAt(ordinary))) {
            ordinary++;
        }
        if (ordinary == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> plain.appendCodePoint(isAllowed(point) ? point : REPLACEMENT));
        return plain.toString();
    }

    /** At most so many characters; what is cut off shows. */
    static String atMost(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    private static boolean isOrdinary(int unit) {
        return unit >= ' ' && unit < Character.MIN_SURROGATE || unit == '\n' || unit == '\t' || unit == '\r';
    }

    private static boolean isAllowed(int point) {
        return point >= ' '
                        && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                        && point != 0xFFFE
                        && point != 0xFFFF
                || point == '\n'
                || point == '\t'
                || point == '\r';
    }
}
