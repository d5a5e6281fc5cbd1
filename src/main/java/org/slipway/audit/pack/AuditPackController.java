package org.slipway.audit.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Audit packs over HTTP. Each is written to a temporary file, so that what fails is told instead of a broken archive. */
@RestController
class AuditPackController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

    private final Semaphore turns = new Semaphore(2);
    private final AuditPack packs;
    private final PackKey key;

    AuditPackController(AuditPack packs, PackKey key) {
        this.packs = packs;
        this.key = key;
    }

    /** Refuses with {@code release-unknown}, {@code operation-not-allowed} and {@code audit-pack-busy}. */
    @GetMapping("/api/releases/{number}/audit-pack")
    ResponseEntity<Resource> get(@PathVariable String number, Locale language) throws IOException {
        if (!turns.tryAcquire()) {
            throw new WrongState("audit-pack-busy", null);
        }
        Path file = Files.createTempFile("slipway-audit-pack", null);
        try {
            packs.write(number, language, file);
            // Its name may go as soon as it is open.
            long size = Files.size(file);
            InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return ResponseEntity.ok()
                    .contentType(ZIP)
                    .contentLength(size)
                    .header(HttpHeaders.CONTENT_DISPOSITION, attachment(number + "-audit-pack.zip"))
                    .body(new InputStreamResource(content));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        } finally {
            turns.release();
        }
    }

    /** The public half of the key that signs packs. Refuses with {@code audit-pack-key-missing} where none is set. */
    @GetMapping("/api/audit/pack-key")
    ResponseEntity<byte[]> key() {
        PackKey.Pair pair = key.pair().orElseThrow(() -> new Unknown("audit-pack-key-missing", null));
        return ResponseEntity.ok()
                .contentType(PEM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("slipway-pack-key.pem"))
                .body(PackKey.pem(pair.shown()).getBytes(StandardCharsets.US_ASCII));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
