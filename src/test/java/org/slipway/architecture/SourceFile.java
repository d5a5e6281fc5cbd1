package org.slipway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The text a class was compiled from. */
record SourceFile(Path path, List<String> lines) {

    private static final List<Path> ROOTS = List.of(Path.of("src/main/java"), Path.of("src/test/java"));

    static SourceFile of(JavaClass type) {
        String file = type.getSource().flatMap(Source::getFileName).orElseThrow();
        Path relative = Path.of(type.getPackageName().replace('.', '/'), file);
        return ROOTS.stream()
                .map(root -> root.resolve(relative))
                .filter(Files::exists)
                .findFirst()
                .map(SourceFile::read)
                .orElseThrow(() -> new IllegalStateException("No source of " + type.getFullName()));
    }

    static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Neither blank, nor comment, nor import: what one has to read to know what the class does. */
    long linesOfCode() {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .filter(line ->
                        Stream.of("package ", "import ", "/*", "*", "//").noneMatch(line::startsWith))
                .count();
    }
}
