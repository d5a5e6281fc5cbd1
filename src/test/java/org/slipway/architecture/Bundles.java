package org.slipway.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks on the texts that people read: every bundle {@code name.properties} (English) has its {@code name_es} and
 * {@code name_pt} with the same keys and the same places to fill.
 */
final class Bundles {

    private static final List<String> TRANSLATIONS = List.of("_es", "_pt");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern REFUSAL =
            Pattern.compile("new (?:Malformed|NotAllowed|Unknown|WrongState|BusinessRuleViolated)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(^|[^'])'([^']|$)");

    private Bundles() {}

    static List<String> findings(Path folder) {
        List<String> findings = new ArrayList<>();
        for (Path english : englishBundles(folder)) {
            Map<String, String> texts = read(english);
            findings.addAll(formatFindings(english, texts));
            for (String language : TRANSLATIONS) {
                Path translation = english.resolveSibling(
                        english.getFileName().toString().replace(".properties", language + ".properties"));
                Map<String, String> translated = Files.exists(translation) ? read(translation) : Map.of();
                findings.addAll(formatFindings(translation, translated));
                findings.addAll(differences(translation, texts, translated));
            }
        }
        return findings;
    }

    /** Refusals in the code that have no text in a bundle. */
    static List<String> refusalsWithoutText(Stream<Path> code, Path bundle) {
        Map<String, String> texts = read(bundle);
        return code.flatMap(file -> REFUSAL.matcher(
                                String.join("\n", SourceFile.read(file).lines()))
                        .results()
                        .map(refusal -> refusal.group(1))
                        .filter(refusal -> !texts.containsKey("problem." + refusal))
                        .map(refusal -> file + ": " + refusal))
                .toList();
    }

    static List<Path> englishBundles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> TRANSLATIONS.stream()
                            .noneMatch(language -> file.toString().endsWith(language + ".properties")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> differences(Path file, Map<String, String> english, Map<String, String> translated) {
        List<String> findings = new ArrayList<>();
        Set<String> keys = new TreeSet<>(english.keySet());
        keys.addAll(translated.keySet());
        for (String key : keys) {
            String text = english.get(key);
            String translation = translated.get(key);
            if (text == null) {
                findings.add(file + ": " + key + " has no English text");
            } else if (translation == null || translation.isBlank()) {
                findings.add(file + ": " + key + " is not translated");
            } else if (!places(text).equals(places(translation))) {
                findings.add(file + ": " + key + " does not fill the same places as the English text");
            }
        }
        return findings;
    }

    /** A lone apostrophe swallows the places that follow it once a text is formatted. */
    private static List<String> formatFindings(Path file, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> !places(text.getValue()).isEmpty())
                .filter(text -> LONE_APOSTROPHE.matcher(text.getValue()).find())
                .map(text -> file + ": " + text.getKey() + " has a lone apostrophe before or after a place")
                .toList();
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
