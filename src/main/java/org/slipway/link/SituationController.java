package org.slipway.link;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The registry of situations over HTTP. */
@RestController
@RequestMapping("/api/release-situations")
class SituationController {

    private final Situations situations;

    SituationController(Situations situations) {
        this.situations = situations;
    }

    @GetMapping
    Slice<SituationView> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Situation> page = situations.list(after, limit);
        return new Slice<>(page.items().stream().map(SituationView::of).toList(), page.next());
    }

    @PostMapping
    ResponseEntity<SituationView> add(@Valid @RequestBody NewSituation wanted) {
        SituationView added = SituationView.of(situations.add(wanted.name()));
        return ResponseEntity.created(
                        URI.create("/api/release-situations/" + UriUtils.encode(added.key(), StandardCharsets.UTF_8)))
                .body(added);
    }

    @PatchMapping("/{key}")
    SituationView change(@PathVariable String key, @Valid @RequestBody SituationChange change) {
        return SituationView.of(situations.change(key, change.name(), change.active()));
    }

    record NewSituation(
            @NotBlank @Size(max = 60) @Pattern(regexp = ".*[\\p{L}\\p{N}].*")
            String name) {}

    record SituationChange(
            @Nullable @Size(max = 60) @Pattern(regexp = ".*\\S.*")
            String name,

            @Nullable Boolean active) {}

    record SituationView(String key, String name, boolean active) {

        static SituationView of(Situation from) {
            return new SituationView(from.key(), from.name(), from.isActive());
        }
    }
}
