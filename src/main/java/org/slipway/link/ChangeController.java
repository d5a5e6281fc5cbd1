package org.slipway.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.CsvSource;
import org.slipway.link.record.Outcome;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.UriUtils;

/** The registry of changes over HTTP. */
@RestController
@RequestMapping("/api/changes")
class ChangeController {

    private final Changes changes;
    private final ChangeImport changeImport;

    ChangeController(Changes changes, ChangeImport changeImport) {
        this.changes = changes;
        this.changeImport = changeImport;
    }

    @GetMapping
    Slice<ChangeRecord> list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable ChangeStatus status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Change> page = changes.list(text, status, after, limit);
        Map<String, List<String>> items = changes.configurationItems(
                page.items().stream().map(Change::number).toList());
        return new Slice<>(
                page.items().stream()
                        .map(change -> ChangeRecord.of(change, items.getOrDefault(change.number(), List.of())))
                        .toList(),
                page.next());
    }

    @GetMapping("/{number}")
    ChangeRecord get(@PathVariable String number) {
        return toRecord(changes.get(number));
    }

    /** 201 for a change that is new; 200 when an existing one was brought up to date. */
    @PostMapping
    ResponseEntity<ChangeRecord> register(@Valid @RequestBody ChangeDraft draft) {
        Changes.Registered registered = changes.register(draft);
        ChangeRecord answer = toRecord(registered.change());
        return registered.outcome() == Outcome.CREATED
                ? ResponseEntity.created(
                                URI.create("/api/changes/" + UriUtils.encode(draft.number(), StandardCharsets.UTF_8)))
                        .body(answer)
                : ResponseEntity.ok(answer);
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ChangeImport.Report importFile(MultipartHttpServletRequest request) {
        List<CsvSource> sources = CsvSource.of(request);
        if (sources.size() != 1) {
            throw new Malformed("import-empty", null);
        }
        return changeImport.run(sources.get(0));
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    ChangeImport.Report importBody(HttpServletRequest request) {
        return changeImport.run(new CsvSource("body", request::getInputStream));
    }

    private ChangeRecord toRecord(Change change) {
        return ChangeRecord.of(
                change, changes.configurationItems(List.of(change.number())).getOrDefault(change.number(), List.of()));
    }

    /** A change as callers see it. */
    record ChangeRecord(
            String number,
            String title,
            ChangeStatus status,
            @Nullable String url,
            @Nullable String backoutPlan,
            @Nullable String backoutPlanUrl,
            @Nullable String backoutPlanVersion,
            List<String> configurationItems) {

        static ChangeRecord of(Change change, List<String> items) {
            return new ChangeRecord(
                    change.number(),
                    change.title(),
                    change.status(),
                    change.url(),
                    change.backoutPlan(),
                    change.backoutPlanUrl(),
                    change.backoutPlanVersion(),
                    items);
        }
    }
}
