package org.slipway.document;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/**
 * A name under which a file can be kept on any machine: no folders, nothing invisible, no name of a device, at most 200
 * characters.
 *
 * @param text what is left of the name that was given
 */
record FileName(String text) {

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 20;
    /** Control, formatting (such as right-to-left overrides), unassigned, private and lone surrogate characters. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}|\\p{Zl}|\\p{Zp}");

    private static final Pattern NOT_EVERYWHERE = Pattern.compile("[<>:\"|?*]");
    /** Windows drops them, so that {@code tool.exe.} becomes a program. */
    private static final Pattern TRAILING = Pattern.compile("[.\\s\\p{Z}]+$");

    /** Windows takes them for devices, whatever their extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])\\s*(?:\\..*)?",
            Pattern.CASE_INSENSITIVE);

    /** @throws Malformed {@code document-name-required} when nothing is left of the name */
    static FileName of(@Nullable String given) {
        String name = fit(given == null ? "" : given);
        if (name.isEmpty()) {
            throw new Malformed("document-name-required", "file");
        }
        return new FileName(shortened(name));
    }

    /** The extension that a name with folders comes down to. */
    static String extensionOf(String given) {
        return new FileName(fit(given)).extension();
    }

    private static String fit(String given) {
        String name = given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = INVISIBLE.matcher(name).replaceAll("");
        name = NOT_EVERYWHERE.matcher(name).replaceAll("_");
        name = TRAILING.matcher(name).replaceAll("").strip();
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /** In lower case, without the dot; empty when there is none. */
    String extension() {
        return extension(text).toLowerCase(Locale.ROOT);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).equals(name) ? "" : name.substring(name.lastIndexOf('.') + 1);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        String extension = extension(name);
        if (extension.isEmpty() || extension.length() > LONGEST_EXTENSION) {
            return cut(name, LONGEST);
        }
        return cut(name, LONGEST - extension.length() - 1) + "." + extension;
    }

    private static String cut(String name, int length) {
        return name.substring(0, Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length);
    }
}
