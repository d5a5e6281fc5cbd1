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

/** Units over HTTP. What releases name is never deleted; it can be taken out of use. */
@RestController
@RequestMapping("/api/units")
class UnitController {

    private final ContactRegistries registries;
    private final ContactEditing editing;
    private final MergePatch patch;

    UnitController(ContactRegistries registries, ContactEditing editing, ObjectMapper json, Validator validator) {
        this.registries = registries;
        this.editing = editing;
        this.patch = new MergePatch(json, validator);
    }

    /**
     * @param contract    only those of this one
     * @param forContract those of this one, and those of none
     * @param text        part of a name or key
     */
    @GetMapping
    Slice<UnitRecord> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String forContract,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Unit> page = registries.units(active, contract, forContract, text, after, limit);
        return new Slice<>(page.items().stream().map(UnitRecord::of).toList(), page.next());
    }

    @GetMapping("/{key}")
    ResponseEntity<UnitRecord> get(@PathVariable String key) {
        return answer(ResponseEntity.ok(), registries.unit(key));
    }

    @PostMapping
    ResponseEntity<UnitRecord> add(@Valid @RequestBody NewUnit wanted) {
        Unit added = editing.addUnit(wanted.key(), wanted.name(), wanted.contract());
        return answer(ResponseEntity.created(URI.create("/api/units/" + added.key())), added);
    }

    /** A merge patch; {@code If-Match} may name the revision that the caller has seen. */
    @PatchMapping("/{key}")
    ResponseEntity<UnitRecord> change(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = UnitBody.class)))
                    ObjectNode body) {
        UnitBody wanted = patch.apply(UnitBody.of(registries.unit(key)), body, UnitBody.class);
        return answer(
                ResponseEntity.ok(),
                editing.changeUnit(
                        key, wanted.name(), wanted.contract(), wanted.active(), EntityTag.revision(ifMatch)));
    }

    private static ResponseEntity<UnitRecord> answer(ResponseEntity.BodyBuilder response, Unit unit) {
        return response.eTag(EntityTag.of(unit.revision())).body(UnitRecord.of(unit));
    }

    /** @param revision the entity tag */
    record UnitRecord(String key, String name, @Nullable String contract, boolean active, int revision) {

        static UnitRecord of(Unit from) {
            return new UnitRecord(from.key(), from.name(), from.contract(), from.isActive(), from.revision());
        }
    }

    record NewUnit(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String key,

            @NotBlank @Size(max = 100) String name,
            @Size(max = 64) @Nullable String contract) {}

    record UnitBody(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 64) @Nullable String contract,
            boolean active) {

        static UnitBody of(Unit from) {
            return new UnitBody(from.name(), from.contract(), from.isActive());
        }
    }
}
