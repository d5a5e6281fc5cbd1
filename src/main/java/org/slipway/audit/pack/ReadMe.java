package org.slipway.audit.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.slipway.audit.pack.Evidence.Known;

/** What stands in {@code README.txt}: how to verify the pack without this application, in three languages. */
final class ReadMe {

    private ReadMe() {}

    static String of(Known known, Optional<PackKey.Pair> key) {
        String name = key.isPresent() ? "signed" : "unsigned";
        String text = read("README.txt");
        for (String language : new String[] {"en", "es", "pt"}) {
            text = text.replace(
                    "${signature." + language + "}",
                    read(name + "_" + language + ".txt").strip());
        }
        return text.replace("${release}", known.release().number())
                .replace("${asOf}", known.asOf().toString())
                .replace("${status}", known.release().status().name())
                .replace("${keyId}", key.map(PackKey.Pair::id).orElse("–"));
    }

    private static String read(String name) {
        try (InputStream text = ReadMe.class.getResourceAsStream("/audit-pack/" + name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
