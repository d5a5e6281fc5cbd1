package org.slipway.justification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registry of justifications over HTTP. */
@RestController
@RequestMapping("/api/justifications")
class JustificationController {

    private final Justifications justifications;

    JustificationController(Justifications justifications) {
        this.justifications = justifications;
    }

    @GetMapping
    Slice<JustificationRecord> list(
            @RequestParam(required = false) @Nullable Use use,
            @RequestParam(required = false) Justification.@Nullable Status status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Justification> page = justifications.list(use, status, after, limit);
        return new Slice<>(page.items().stream().map(JustificationRecord::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    JustificationRecord get(@PathVariable UUID id) {
        return JustificationRecord.of(justifications.get(id));
    }

    @PostMapping
    ResponseEntity<JustificationRecord> add(@Valid @RequestBody NewJustification wanted) {
        Justification added = justifications.add(
                wanted.description(),
                wanted.status() == null ? Justification.Status.ACTIVE : wanted.status(),
                wanted.uses());
        return ResponseEntity.created(URI.create("/api/justifications/" + added.id()))
                .body(JustificationRecord.of(added));
    }

    /** {@code If-Match} may name the revision that the caller has seen. */
    @PatchMapping("/{id}")
    JustificationRecord change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody JustificationChange change) {
        return JustificationRecord.of(
                justifications.change(id, change.description(), change.status(), change.uses(), ifMatch));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        justifications.delete(id);
        return ResponseEntity.noContent().build();
    }

    /** @param revision the entity tag */
    record JustificationRecord(
            UUID id,
            String description,
            Justification.Status status,
            boolean suspension,
            boolean reopening,
            boolean refusal,
            boolean override,
            String revision) {

        static JustificationRecord of(Justification from) {
            Set<Use> uses = from.uses();
            return new JustificationRecord(
                    from.id(),
                    from.description(),
                    from.status(),
                    uses.contains(Use.SUSPENSION),
                    uses.contains(Use.REOPENING),
                    uses.contains(Use.REFUSAL),
                    uses.contains(Use.OVERRIDE),
                    from.revision());
        }
    }

    record NewJustification(
            @NotBlank @Size(max = 100) String description,
            Justification.@Nullable Status status,
            boolean suspension,
            boolean reopening,
            boolean refusal,
            boolean override) {

        Set<Use> uses() {
            return wanted(suspension, reopening, refusal, override).entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    record JustificationChange(
            @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*") @Nullable
            String description,

            Justification.@Nullable Status status,
            @Nullable Boolean suspension,
            @Nullable Boolean reopening,
            @Nullable Boolean refusal,
            @Nullable Boolean override) {

        Map<Use, Boolean> uses() {
            return wanted(suspension, reopening, refusal, override);
        }
    }

    private static Map<Use, Boolean> wanted(
            @Nullable Boolean suspension,
            @Nullable Boolean reopening,
            @Nullable Boolean refusal,
            @Nullable Boolean override) {
        Map<Use, Boolean> wanted = new EnumMap<>(Use.class);
        if (suspension != null) {
            wanted.put(Use.SUSPENSION, suspension);
        }
        if (reopening != null) {
            wanted.put(Use.REOPENING, reopening);
        }
        if (refusal != null) {
            wanted.put(Use.REFUSAL, refusal);
        }
        if (override != null) {
            wanted.put(Use.OVERRIDE, override);
        }
        return wanted;
    }
}
