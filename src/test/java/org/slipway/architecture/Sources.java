package org.slipway.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks on text, for what a compiler does not keep. Each returns its findings, none when all is well. */
final class Sources {

    private static final int PRODUCTION_LINES = 300;
    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", "target", "data", "node_modules");
    private static final Set<String> TEXT = Set.of(
            "java",
            "md",
            "yaml",
            "yml",
            "xml",
            "html",
            "css",
            "js",
            "json",
            "sql",
            "properties",
            "bpmn",
            "dmn",
            "csv",
            "conf",
            "sh");
    /** Homes, scratch and work folders of some machine; {@code mvnw} comes from elsewhere and is not searched. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(^|[^a-zA-Z0-9.$}])/(work|root|tmp|home|Users)/[a-zA-Z.]|[A-Z]:\\\\Users");

    private Sources() {}

    static List<String> tooLong(Path root) {
        return files(root)
                .filter(file -> file.toString().endsWith(".java"))
                .map(SourceFile::read)
                .filter(file -> file.lines().size() > PRODUCTION_LINES)
                .map(file -> file.path() + " has " + file.lines().size() + " lines")
                .toList();
    }

    static List<String> machinePaths(Path root) {
        return files(root)
                .filter(Sources::isText)
                .map(SourceFile::read)
                .flatMap(file -> IntStream.range(0, file.lines().size())
                        .filter(line ->
                                MACHINE_PATH.matcher(file.lines().get(line)).find())
                        .mapToObj(line -> file.path() + ":" + (line + 1) + " "
                                + file.lines().get(line).strip()))
                .toList();
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return TEXT.contains(name.substring(name.lastIndexOf('.') + 1))
                || name.equals("Dockerfile")
                || name.equals("run");
    }

    static Stream<Path> files(Path root) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean ours = directory.equals(root)
                            || !NOT_OURS.contains(directory.getFileName().toString());
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream();
    }
}
