package org.slipway.audit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** An archive taken apart, to be looked at, changed and put together again. */
public record ZipParts(Map<String, byte[]> files) {

    public static ZipParts of(Path archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new ZipParts(files);
    }

    public Set<String> names() {
        return files.keySet();
    }

    public byte[] bytes(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    public JsonNode json(String name) throws IOException {
        return new JsonMapper().readTree(bytes(name));
    }

    List<String> lines(String name) {
        return new String(bytes(name), UTF_8).lines().toList();
    }

    /** @param change from what it says (nothing of a new file) to what it shall say; null to leave it out */
    ZipParts with(String name, UnaryOperator<@Nullable String> change) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        byte[] before = changed.get(name);
        String after = change.apply(before == null ? "" : new String(before, UTF_8));
        if (after == null) {
            changed.remove(name);
        } else {
            changed.put(name, after.getBytes(UTF_8));
        }
        return new ZipParts(changed);
    }

    Path write(Path archive) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return archive;
    }

    Path unpack(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        return folder;
    }
}
