package org.slipway;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Puts the jars inside the packaged one into the order in which a class is best looked for, those with the most classes
 * first. A class is asked for in one jar after the other, and the packaging leaves them in the order of their names, with
 * seventy jars on the way to most classes: a sixth of a start.
 */
final class PackagedJar {

    private static final String JARS = "BOOT-INF/lib/.+\\.jar";

    private PackagedJar() {}

    /** Puts the jar of this name in order; whatever is not one of the jars inside stays before them as it was. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path ordered = Path.of(jar + ".ordered");
        FileTime built = Files.getLastModifiedTime(jar);
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(ordered))) {
            for (ZipEntry entry : inOrder(from)) {
                to.putNextEntry(new ZipEntry(entry));
                try (InputStream content = from.getInputStream(entry)) {
                    content.transferTo(to);
                }
            }
        }
        Files.setLastModifiedTime(ordered, built);
        Files.move(ordered, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<? extends ZipEntry> inOrder(ZipFile from) throws IOException {
        List<ZipEntry> entries = new ArrayList<>(from.stream().toList());
        Map<ZipEntry, Integer> jars = new LinkedHashMap<>();
        for (ZipEntry entry : entries) {
            if (entry.getName().matches(JARS)) {
                jars.put(entry, classes(from.getInputStream(entry)));
            }
        }
        entries.removeAll(jars.keySet());
        jars.entrySet().stream()
                .sorted(comparing(Map.Entry::getValue, reverseOrder()))
                .forEach(jar -> entries.add(jar.getKey()));
        return entries;
    }

    private static int classes(InputStream content) throws IOException {
        int classes = 0;
        try (ZipInputStream jar = new ZipInputStream(content)) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                classes += entry.getName().endsWith(".class") ? 1 : 0;
            }
        }
        return classes;
    }
}
