package org.slipway.link.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slipway.access.OpenToAuditors;
import org.slipway.shared.Slice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/** The definitive media library over HTTP. */
@RestController
@RequestMapping("/api/media")
class MediaController {

    private final MediaLibrary library;

    MediaController(MediaLibrary library) {
        this.library = library;
    }

    @GetMapping
    Slice<MediaView> list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Media> page = library.list(text, retired, after, limit);
        return new Slice<>(page.items().stream().map(this::view).toList(), page.next());
    }

    /** By key or id. */
    @GetMapping("/{key}")
    MediaView get(@PathVariable String key) {
        return view(library.get(key));
    }

    @PostMapping
    ResponseEntity<MediaView> add(@Valid @RequestBody MediaDraft draft) {
        Media added = library.add(draft);
        return ResponseEntity.created(URI.create("/api/media/" + UriUtils.encode(added.key(), StandardCharsets.UTF_8)))
                .body(view(added));
    }

    @PatchMapping("/{key}")
    MediaView change(@PathVariable String key, @Valid @RequestBody MediaDraft draft) {
        return view(library.change(key, draft));
    }

    /** With a body, the hash that the person has seen. */
    @PostMapping("/{key}/homologation")
    MediaView homologate(@PathVariable String key, @RequestBody(required = false) @Nullable Seen seen) {
        return view(library.homologate(
                key, Optional.ofNullable(seen).map(Seen::sha256).orElse(null)));
    }

    /** The file as the body of the request, of any length. */
    @OpenToAuditors("Only compares; nothing of the file is kept")
    @PostMapping(path = "/{key}/verification", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    MediaLibrary.Verification verify(@PathVariable String key, HttpServletRequest request) throws IOException {
        return library.verify(key, request.getInputStream());
    }

    /** The file from a form. */
    @OpenToAuditors("Only compares; nothing of the file is kept")
    @PostMapping(path = "/{key}/verification", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    MediaLibrary.Verification verifyUpload(@PathVariable String key, @RequestPart MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return library.verify(key, content);
        }
    }

    private MediaView view(Media media) {
        return MediaView.of(media, library.isActive(media), library.mayISeeKeys());
    }

    record Seen(@Nullable String sha256) {}
}
