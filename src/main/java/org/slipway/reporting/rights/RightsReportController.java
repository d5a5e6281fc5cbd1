package org.slipway.reporting.rights;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who may do what, and who went against a rule, over HTTP. As CSV, by {@code Accept} or {@code format=csv}, all of it at once;
 * otherwise page by page.
 */
@RestController
@RequestMapping("/api/audit")
class RightsReportController {

    private static final List<String> RIGHTS = List.of("person", "name", "operation", "scope", "through");
    private static final List<String> OVERRIDES =
            List.of("release", "sequence", "cycle", "at", "person", "name", "rule", "justification");
    private static final String FORMATS = "csv|json";

    private final EffectiveRights rights;
    private final RuleOverrides overrides;

    private final CsvReport csv;

    RightsReportController(EffectiveRights rights, RuleOverrides overrides, CsvReport csv) {
        this.rights = rights;
        this.overrides = overrides;
        this.csv = csv;
    }

    @GetMapping("/rights")
    ResponseEntity<?> rights(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String operation,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Pattern(regexp = FORMATS) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        RightsQuestion question = new RightsQuestion(person, text, operation);
        if (!CsvReport.isWanted(format, accept)) {
            return json(rights.find(question, after, limit));
        }
        return csv.of(
                "rights",
                RIGHTS,
                page -> rights.find(question, page, CsvReport.PAGE),
                right -> List.of(
                        right.person(),
                        right.name(),
                        right.operation(),
                        right.scope(),
                        String.join("; ", right.through())));
    }

    @GetMapping("/overrides")
    ResponseEntity<?> overrides(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable OverriddenRule rule,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Pattern(regexp = FORMATS) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        OverrideQuestion question = new OverrideQuestion(person, rule, from, to);
        if (!CsvReport.isWanted(format, accept)) {
            return json(overrides.find(question, after, limit));
        }
        return csv.of(
                "overrides",
                OVERRIDES,
                page -> overrides.find(question, page, CsvReport.PAGE),
                each -> List.of(
                        each.release(),
                        String.valueOf(each.sequence()),
                        String.valueOf(each.cycle()),
                        each.at().toString(),
                        each.person(),
                        each.name(),
                        each.rule().name(),
                        each.justification() == null ? "" : each.justification()));
    }

    private static ResponseEntity<?> json(Slice<?> page) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(page);
    }
}
