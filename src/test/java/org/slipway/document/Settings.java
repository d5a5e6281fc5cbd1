package org.slipway.document;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the application reads them: the defaults, and what a test says otherwise. */
final class Settings {

    private Settings() {}

    /** @param namesAndValues such as {@code "store", "disk"} */
    static DocumentSettings with(String... namesAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put("slipway.document." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("slipway.document", DocumentSettings.class);
    }
}
