package org.slipway.link;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.slipway.link.record.ForeignRecord;
import org.slipway.link.record.RecordDraft;
import org.slipway.link.record.RecordKind;
import org.slipway.link.record.RecordView;
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

/** What a release refers to in other tools over HTTP. */
@RestController
@RequestMapping("/api/releases/{release}/links/{kind:problems|tickets|knowledge|purchases|projects}")
class RecordLinkController {

    private final RecordLinks links;

    RecordLinkController(RecordLinks links) {
        this.links = links;
    }

    @GetMapping
    Slice<RecordView> list(
            @PathVariable String release,
            @PathVariable RecordKind kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<ForeignRecord> page = links.list(release, kind, after, limit);
        return new Slice<>(page.items().stream().map(RecordView::of).toList(), page.next());
    }

    /** The number is enough; with a title, a problem, article or project that is new is registered on the way. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RecordView add(@PathVariable String release, @PathVariable RecordKind kind, @Valid @RequestBody RecordDraft draft) {
        return RecordView.of(links.add(release, kind, draft));
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String release, @PathVariable RecordKind kind, @PathVariable String number) {
        links.remove(release, kind, number);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeNamed(@PathVariable String release, @PathVariable RecordKind kind, @RequestParam String number) {
        links.remove(release, kind, number);
    }

    /** A number with slashes that were not encoded. */
    @Hidden
    @DeleteMapping("/{*path}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeWithSlashes(@PathVariable String release, @PathVariable RecordKind kind, @PathVariable String path) {
        links.remove(release, kind, path.substring(1));
    }
}
