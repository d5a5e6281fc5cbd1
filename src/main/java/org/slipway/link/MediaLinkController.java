package org.slipway.link;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.slipway.link.media.MediaDraft;
import org.slipway.link.media.MediaView;
import org.slipway.shared.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The definitive media of a release over HTTP. */
@RestController
@RequestMapping("/api/releases/{release}/links/media")
class MediaLinkController {

    private final MediaLinks links;

    MediaLinkController(MediaLinks links) {
        this.links = links;
    }

    @GetMapping
    Slice<MediaView> list(
            @PathVariable String release,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return links.list(release, after, limit);
    }

    /** The key is enough; with a name, a medium that is new is added to the library on the way. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MediaView add(@PathVariable String release, @Valid @RequestBody MediaDraft draft) {
        return links.add(release, draft);
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String release, @PathVariable String key) {
        links.remove(release, key);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeNamed(@PathVariable String release, @RequestParam String key) {
        links.remove(release, key);
    }

    /** A key with slashes that were not encoded. */
    @Hidden
    @DeleteMapping("/{*path}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeWithSlashes(@PathVariable String release, @PathVariable String path) {
        links.remove(release, path.substring(1));
    }
}
