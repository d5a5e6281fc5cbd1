package org.slipway.cmdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.slipway.access.FileTakenIn;
import org.slipway.shared.Digest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/**
 * A file of comma-separated values (UTF-8, with a header) as it comes in.
 *
 * @param name what the sender calls it, for the report
 */
public record CsvSource(String name, Content content) {

    /** The files of a form, in the order in which they were sent. */
    public static List<CsvSource> of(MultipartRequest request) {
        return request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .map(file -> new CsvSource(nameOf(file), file::getInputStream))
                .toList();
    }

    /** For the journal: which files they were, to the last byte. */
    public static List<FileTakenIn.Taken> taken(List<CsvSource> sources) {
        return sources.stream()
                .map(source -> {
                    try (InputStream content = source.content().open()) {
                        return new FileTakenIn.Taken(source.name(), Digest.ofStream(content));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? file.getName() : name;
    }

    /** Opens the file from its beginning, as often as it is asked. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
