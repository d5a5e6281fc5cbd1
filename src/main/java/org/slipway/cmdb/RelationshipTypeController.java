package org.slipway.cmdb;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
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

/** The types of relationships over HTTP. What a body leaves out stays as it is, or gets its default. */
@RestController
@RequestMapping("/api/relationship-types")
class RelationshipTypeController {

    private final RelationshipTypes types;

    RelationshipTypeController(RelationshipTypes types) {
        this.types = types;
    }

    @GetMapping
    Slice<TypeRecord> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<RelationshipType> page = types.list(after, limit);
        return new Slice<>(page.items().stream().map(TypeRecord::of).toList(), page.next());
    }

    @GetMapping("/{code}")
    TypeRecord get(@PathVariable String code) {
        return TypeRecord.of(types.get(code));
    }

    @PostMapping
    ResponseEntity<TypeRecord> create(@Valid @RequestBody NewType wanted) {
        RelationshipType type = types.create(wanted.code().strip(), wanted.changes()::over);
        return ResponseEntity.created(URI.create("/api/relationship-types/" + UriUtils.encode(type.code(), "UTF-8")))
                .body(TypeRecord.of(type));
    }

    @PatchMapping("/{code}")
    TypeRecord change(@PathVariable String code, @Valid @RequestBody TypeChange change) {
        return TypeRecord.of(types.change(code, change::over));
    }

    /** A type of relationships. */
    record TypeRecord(
            String code,
            @Nullable String description,
            RelationshipType.Level level,
            ImpactRule impactRule,
            @Nullable Redundancy redundancy,
            boolean acyclic,
            RelationshipType.Status status) {

        static TypeRecord of(RelationshipType type) {
            RelationshipType.Details details = type.details();
            return new TypeRecord(
                    type.code(),
                    details.description(),
                    details.level(),
                    details.impactRule(),
                    details.redundancy(),
                    details.acyclic(),
                    details.status());
        }
    }

    /** What of a type is to be different. */
    record TypeChange(
            @Nullable @Size(max = 1000) String description,
            RelationshipType.@Nullable Level level,
            @Nullable ImpactRule impactRule,
            @Nullable Redundancy redundancy,
            @Nullable Boolean acyclic,
            RelationshipType.@Nullable Status status) {

        RelationshipType.Details over(RelationshipType.Details before) {
            return new RelationshipType.Details(
                    description == null ? before.description() : description,
                    level == null ? before.level() : level,
                    impactRule == null ? before.impactRule() : impactRule,
                    redundancy == null ? before.redundancy() : redundancy,
                    acyclic == null ? before.acyclic() : acyclic,
                    status == null ? before.status() : status);
        }
    }

    record NewType(
            @NotBlank @Size(max = Relationship.LONGEST_TYPE) String code,
            @Nullable @Size(max = 1000) String description,
            RelationshipType.@Nullable Level level,
            @Nullable ImpactRule impactRule,
            @Nullable Redundancy redundancy,
            @Nullable Boolean acyclic,
            RelationshipType.@Nullable Status status) {

        TypeChange changes() {
            return new TypeChange(description, level, impactRule, redundancy, acyclic, status);
        }
    }
}
