package org.slipway.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The texts of a bundle for the scripts of a page, which read them from its data. Templates ask it by its name. */
@Component("texts")
public class Texts {

    private static final ResourceBundle.Control READERS_OR_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<String, String> read = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    Texts(ObjectMapper json) {
        this.json = json;
    }

    /** As one JSON object, in the reader's language. */
    public String of(String bundle) {
        Locale language = Locale.forLanguageTag(LocaleContextHolder.getLocale().getLanguage());
        return read.computeIfAbsent(language + bundle, key -> read(bundle, language));
    }

    private String read(String bundle, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n/" + bundle, language, READERS_OR_ENGLISH);
        Map<String, String> all = new TreeMap<>();
        // An apostrophe is doubled for MessageFormat, which scripts do not have.
        texts.keySet().forEach(key -> all.put(key, texts.getString(key).replace("''", "'")));
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
