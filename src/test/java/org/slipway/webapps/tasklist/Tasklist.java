package org.slipway.webapps.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this repository puts into Camunda's Tasklist and Cockpit, as the tests look at it: files, read where they lie. */
final class Tasklist {

    static final Path WEBAPPS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");
    static final Path FORMS = Path.of("forms");
    static final List<String> LANGUAGES = List.of("en", "es", "pt");

    private static final String ENGLISH = "META-INF/resources/webjars/camunda/app/tasklist/locales/en.json";

    private Tasklist() {}

    /** The texts of one language by key. */
    static Map<String, String> texts(String language) {
        return labels(read(WEBAPPS.resolve("tasklist/locales/" + language + ".json")));
    }

    /** The texts that Camunda's own jar brings. */
    static Map<String, String> camundasTexts() {
        try {
            for (URL found : Collections.list(Tasklist.class.getClassLoader().getResources(ENGLISH))) {
                if (found.getProtocol().equals("jar")) {
                    try (InputStream in = found.openStream()) {
                        return labels(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("Camunda's webjar is not on the class path");
    }

    /** Names of the forms, such as {@code plan-release}. */
    static List<String> forms() {
        return files(FORMS, ".html")
                .map(form -> form.getFileName().toString().replace(".html", ""))
                .toList();
    }

    static String form(String name) {
        return read(FORMS.resolve(name + ".html"));
    }

    static List<Path> scripts() {
        return files(WEBAPPS.resolve("tasklist/scripts"), ".js").toList();
    }

    /** The texts of our pages in Cockpit. */
    static Map<String, String> cockpitTexts(String language) {
        return labels(read(WEBAPPS.resolve("cockpit/locales/slipway-0.1.0/" + language + ".json")));
    }

    static List<Path> cockpitScripts() {
        return files(WEBAPPS.resolve("cockpit/scripts/slipway-0.1.0"), ".js").toList();
    }

    /** Our own pages and their scripts, which speak with the same texts. */
    static Stream<Path> pages() {
        return Stream.concat(
                files(Path.of("src/main/resources/templates"), ".html"),
                files(Path.of("src/main/resources/static/js"), ".js"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of every match. */
    static Stream<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(Tasklist::firstGroup);
    }

    private static String firstGroup(MatchResult match) {
        return match.group(match.groupCount() > 0 ? 1 : 0);
    }

    private static Stream<Path> files(Path folder, String suffix) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> labels(String json) {
        try {
            JsonNode labels =
                    new ObjectMapper().readTree(json.replace("\uFEFF", "")).path("labels");
            Map<String, String> texts = new TreeMap<>();
            labels.properties()
                    .forEach(label -> texts.put(label.getKey(), label.getValue().asText()));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
