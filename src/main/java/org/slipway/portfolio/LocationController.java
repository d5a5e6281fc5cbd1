package org.slipway.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Locations over HTTP. What releases name is never deleted; it can be taken out of use. */
@RestController
@RequestMapping("/api/locations")
class LocationController {

    private final ContactRegistries registries;
    private final ContactEditing editing;
    private final MergePatch patch;

    LocationController(ContactRegistries registries, ContactEditing editing, ObjectMapper json, Validator validator) {
        this.registries = registries;
        this.editing = editing;
        this.patch = new MergePatch(json, validator);
    }

    /**
     * @param unit    only those of this one
     * @param forUnit those of this one, and those of none
     * @param text        part of a name or key
     */
    @GetMapping
    Slice<LocationRecord> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String forUnit,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Location> page = registries.locations(active, unit, forUnit, text, after, limit);
        return new Slice<>(page.items().stream().map(LocationRecord::of).toList(), page.next());
    }

    @GetMapping("/{key}")
    ResponseEntity<LocationRecord> get(@PathVariable String key) {
        return answer(ResponseEntity.ok(), registries.location(key));
    }

    @PostMapping
    ResponseEntity<LocationRecord> add(@Valid @RequestBody NewLocation wanted) {
        Location added = editing.addLocation(wanted.key(), wanted.name(), wanted.unit());
        return answer(ResponseEntity.created(URI.create("/api/locations/" + added.key())), added);
    }

    /** A merge patch; {@code If-Match} may name the revision that the caller has seen. */
    @PatchMapping("/{key}")
    ResponseEntity<LocationRecord> change(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = LocationBody.class)))
                    ObjectNode body) {
        LocationBody wanted = patch.apply(LocationBody.of(registries.location(key)), body, LocationBody.class);
        return answer(
                ResponseEntity.ok(),
                editing.changeLocation(
                        key, wanted.name(), wanted.unit(), wanted.active(), EntityTag.revision(ifMatch)));
    }

    private static ResponseEntity<LocationRecord> answer(ResponseEntity.BodyBuilder response, Location location) {
        return response.eTag(EntityTag.of(location.revision())).body(LocationRecord.of(location));
    }

    /** @param revision the entity tag */
    record LocationRecord(String key, String name, @Nullable String unit, boolean active, int revision) {

        static LocationRecord of(Location from) {
            return new LocationRecord(from.key(), from.name(), from.unit(), from.isActive(), from.revision());
        }
    }

    record NewLocation(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String key,

            @NotBlank @Size(max = 100) String name,
            @Size(max = 64) @Nullable String unit) {}

    record LocationBody(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 64) @Nullable String unit,
            boolean active) {

        static LocationBody of(Location from) {
            return new LocationBody(from.name(), from.unit(), from.isActive());
        }
    }
}
