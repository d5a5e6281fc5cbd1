package org.slipway.link;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.slipway.link.ChangeLinks.LinkedChange;
import org.slipway.shared.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The changes of a release over HTTP. */
@RestController
@RequestMapping("/api/releases/{release}/links/changes")
class ChangeLinkController {

    private final ChangeLinks links;

    ChangeLinkController(ChangeLinks links) {
        this.links = links;
    }

    @GetMapping
    Slice<LinkedChange> list(
            @PathVariable String release,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return links.list(release, after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LinkedChange add(@PathVariable String release, @Valid @RequestBody NewLink link) {
        return links.add(release, link.number().strip());
    }

    @PatchMapping("/{number}")
    LinkedChange situate(
            @PathVariable String release, @PathVariable String number, @Valid @RequestBody NewSituation situation) {
        return links.situate(release, number, situation.situation());
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String release, @PathVariable String number) {
        links.remove(release, number);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeNamed(@PathVariable String release, @RequestParam String number) {
        links.remove(release, number);
    }

    /** A number with slashes that were not encoded. */
    @Hidden
    @DeleteMapping("/{*path}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeWithSlashes(@PathVariable String release, @PathVariable String path) {
        links.remove(release, path.substring(1));
    }

    record NewLink(@NotBlank String number) {}

    record NewSituation(@NotBlank String situation) {}
}
