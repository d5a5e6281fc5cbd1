package org.slipway.link.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.CsvSource;
import org.slipway.shared.Malformed;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.UriUtils;

/** The registries of what other tools manage over HTTP: {@code /api/problems}, {@code /api/tickets} and so on. */
@RestController
@RequestMapping("/api/{kind:problems|tickets|knowledge|purchases|projects}")
class RecordController {

    private final ForeignRecords records;
    private final RecordImport recordImport;

    RecordController(ForeignRecords records, RecordImport recordImport) {
        this.records = records;
        this.recordImport = recordImport;
    }

    @GetMapping
    Slice<RecordView> list(
            @PathVariable RecordKind kind,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<ForeignRecord> page = records.list(kind, text, status, after, limit);
        return new Slice<>(page.items().stream().map(RecordView::of).toList(), page.next());
    }

    @GetMapping("/{number}")
    RecordView get(@PathVariable RecordKind kind, @PathVariable String number) {
        return RecordView.of(records.get(kind, number));
    }

    /** 201 for a record that is new; 200 when an existing one was brought up to date. */
    @PostMapping
    ResponseEntity<RecordView> register(@PathVariable RecordKind kind, @Valid @RequestBody RecordDraft draft) {
        ForeignRecords.Registered registered = records.register(kind, draft);
        RecordView answer = RecordView.of(registered.record());
        return registered.outcome() == Outcome.CREATED
                ? ResponseEntity.created(URI.create(
                                "/api/" + kind.path() + "/" + UriUtils.encode(draft.number(), StandardCharsets.UTF_8)))
                        .body(answer)
                : ResponseEntity.ok(answer);
    }

    @PatchMapping("/{number}")
    RecordView change(
            @PathVariable RecordKind kind, @PathVariable String number, @Valid @RequestBody RecordChange change) {
        return RecordView.of(records.change(kind, change.of(number)));
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Outcome.Counts> importFile(@PathVariable RecordKind kind, MultipartHttpServletRequest request) {
        List<CsvSource> sources = CsvSource.of(request);
        if (sources.size() != 1) {
            throw new Malformed("import-empty", null);
        }
        return Map.of(kind.path(), recordImport.run(kind, sources.get(0)));
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    Map<String, Outcome.Counts> importBody(@PathVariable RecordKind kind, HttpServletRequest request) {
        return Map.of(kind.path(), recordImport.run(kind, new CsvSource("body", request::getInputStream)));
    }

    /** As {@link RecordDraft}, of the record that the address names. */
    record RecordChange(
            @Nullable @Size(max = 200) String title,
            @Nullable @Size(max = 40) String status,

            @Nullable @Size(max = 500) @Pattern(regexp = "https?://[^\\s\\p{Cntrl}]+")
            String url,

            @Nullable @Size(max = 500) String productDescription,
            @Nullable @Size(max = 200) String project,
            @Nullable @Size(max = 40) String costCentreCode,
            @Nullable @Size(max = 200) String costCentreName,
            @Nullable PurchaseItemStatus itemStatus) {

        RecordDraft of(String number) {
            return new RecordDraft(
                    number,
                    title,
                    status,
                    url,
                    productDescription,
                    project,
                    costCentreCode,
                    costCentreName,
                    itemStatus);
        }
    }
}
