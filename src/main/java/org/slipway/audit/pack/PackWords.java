package org.slipway.audit.pack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Texts for one reader. Times are UTC for everybody, as they are hashed. */
final class PackWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private final MessageSource texts;
    private final Locale language;

    PackWords(MessageSource texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    String text(String key, Object... arguments) {
        return texts.getMessage("pack." + key, arguments, language);
    }

    /** What must have happened where the journal is bent. */
    String finding(String what) {
        return texts.getMessage("finding." + what, null, language);
    }

    /** A word that tasks and pages have too, such as {@code STATUS_PLANNED}; itself where they have none. */
    String common(String kind, @Nullable String value) {
        if (value == null) {
            return "";
        }
        String found = texts.getMessage("SW_" + kind + "_" + value, null, value, language);
        return found == null ? value : found;
    }

    String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(moment.atOffset(ZoneOffset.UTC));
    }
}
