package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Camunda's Welcome page speaks Spanish and Portuguese as completely as it speaks English. */
class WelcomeTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void hasEveryText(String language) throws IOException {
        Map<String, String> english = texts("en");

        assertThat(texts(language))
                .hasSameSizeAs(english)
                .allSatisfy((key, text) -> assertThat(places(text)).as(key).isEqualTo(places(english.get(key))));
    }

    private static Map<String, String> texts(String language) throws IOException {
        String file = "META-INF/resources/webjars/camunda/app/welcome/locales/" + language + ".json";
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            // Camunda's own begins with a byte order mark.
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            Map<String, String> texts = new TreeMap<>();
            for (Map.Entry<String, JsonNode> text :
                    new ObjectMapper().readTree(json).path("labels").properties()) {
                texts.put(text.getKey(), text.getValue().asText());
            }
            return texts;
        }
    }

    private static long places(@Nullable String text) {
        return text == null ? -1 : text.split("\\{\\{", -1).length;
    }
}
