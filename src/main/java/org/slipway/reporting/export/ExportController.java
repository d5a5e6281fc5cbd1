package org.slipway.reporting.export;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.reporting.Zones;
import org.slipway.shared.WrongState;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a search finds, as a file at once. What takes long is a job, see {@link ExportJobController}. */
@RestController
class ExportController {

    private static final int AT_ONCE = 20_000;

    private final Semaphore turns = new Semaphore(2);
    private final ReleaseExport export;

    ExportController(ReleaseExport export) {
        this.export = export;
    }

    /** Refuses with {@code export-too-long}, {@code export-busy}, {@code sort-unknown} and {@code zone-unknown}. */
    @GetMapping("/api/releases/export")
    ResponseEntity<Resource> export(
            @RequestParam ExportFormat format,
            @Valid @ParameterObject ReleaseQuestion question,
            @RequestParam(defaultValue = "false") boolean description,
            @RequestParam(required = false) @Nullable String zone,
            Locale language)
            throws IOException {
        ExportRequest wanted = new ExportRequest(format, question, description, Zones.of(zone), language);
        if (!turns.tryAcquire()) {
            throw new WrongState("export-busy", null);
        }
        Path file = Files.createTempFile("slipway-export", null);
        try {
            export.write(wanted, file, AT_ONCE, row -> {});
            // Its name may go as soon as it is open.
            long size = Files.size(file);
            InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return download(format, export.fileName(format), size, content);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        } finally {
            turns.release();
        }
    }

    static ResponseEntity<Resource> download(ExportFormat format, String name, long size, InputStream content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.contentType()))
                .contentLength(size)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content));
    }
}
