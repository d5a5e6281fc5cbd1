package org.slipway.cmdb;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Restore points of configuration items over HTTP. */
@RestController
@RequestMapping(BaselineController.PATH)
class BaselineController {

    static final String PATH = "/api/baselines";

    private static final int MOST_ITEMS = 10_000;

    private final Baselines baselines;

    BaselineController(Baselines baselines) {
        this.baselines = baselines;
    }

    @GetMapping
    Slice<BaselineRecord> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Baseline> page = baselines.list(after, limit);
        return new Slice<>(page.items().stream().map(BaselineRecord::of).toList(), page.next());
    }

    @GetMapping("/{name}")
    BaselineRecord get(@PathVariable String name) {
        return BaselineRecord.of(baselines.get(name));
    }

    @GetMapping("/{name}/configuration-items")
    Slice<Baselines.Kept> entries(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return baselines.entries(name, after, limit);
    }

    @PostMapping
    ResponseEntity<BaselineRecord> take(@Valid @RequestBody NewBaseline wanted) {
        Baseline taken = baselines.take(wanted.name().strip(), wanted.configurationItems());
        return ResponseEntity.created(URI.create(PATH + "/" + UriUtils.encode(taken.name(), "UTF-8")))
                .body(BaselineRecord.of(taken));
    }

    /** Without a body all of its items go back. */
    @PostMapping("/{name}/restoration")
    List<ItemEffect> restore(
            @PathVariable String name, @Valid @RequestBody(required = false) @Nullable Restoration some) {
        return baselines.restore(
                name, some == null || some.configurationItems() == null ? List.of() : some.configurationItems());
    }

    record BaselineRecord(String name, Instant takenAt, String takenBy) {

        static BaselineRecord of(Baseline baseline) {
            return new BaselineRecord(baseline.name(), baseline.at(), baseline.who());
        }
    }

    record NewBaseline(
            @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}/]*")
            String name,

            @NotNull @Size(max = MOST_ITEMS) List<@NotBlank String> configurationItems) {}

    record Restoration(@Nullable @Size(max = MOST_ITEMS) List<@NotBlank String> configurationItems) {}
}
