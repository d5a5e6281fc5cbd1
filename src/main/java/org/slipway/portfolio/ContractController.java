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

/** Contracts over HTTP. What releases name is never deleted; it can be taken out of use. */
@RestController
@RequestMapping("/api/contracts")
class ContractController {

    private final ContactRegistries registries;
    private final ContactEditing editing;
    private final MergePatch patch;

    ContractController(ContactRegistries registries, ContactEditing editing, ObjectMapper json, Validator validator) {
        this.registries = registries;
        this.editing = editing;
        this.patch = new MergePatch(json, validator);
    }

    /** @param text part of a name or key */
    @GetMapping
    Slice<ContractRecord> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Contract> page = registries.contracts(active, text, after, limit);
        return new Slice<>(page.items().stream().map(ContractRecord::of).toList(), page.next());
    }

    @GetMapping("/{key}")
    ResponseEntity<ContractRecord> get(@PathVariable String key) {
        return answer(ResponseEntity.ok(), registries.contract(key));
    }

    @PostMapping
    ResponseEntity<ContractRecord> add(@Valid @RequestBody NewContract wanted) {
        Contract added = editing.addContract(wanted.key(), wanted.name());
        return answer(ResponseEntity.created(URI.create("/api/contracts/" + added.key())), added);
    }

    /** A merge patch; {@code If-Match} may name the revision that the caller has seen. */
    @PatchMapping("/{key}")
    ResponseEntity<ContractRecord> change(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ContractBody.class)))
                    ObjectNode body) {
        ContractBody wanted = patch.apply(ContractBody.of(registries.contract(key)), body, ContractBody.class);
        return answer(
                ResponseEntity.ok(),
                editing.changeContract(key, wanted.name(), wanted.active(), EntityTag.revision(ifMatch)));
    }

    private static ResponseEntity<ContractRecord> answer(ResponseEntity.BodyBuilder response, Contract contract) {
        return response.eTag(EntityTag.of(contract.revision())).body(ContractRecord.of(contract));
    }

    /** @param revision the entity tag */
    record ContractRecord(String key, String name, boolean active, int revision) {

        static ContractRecord of(Contract from) {
            return new ContractRecord(from.key(), from.name(), from.isActive(), from.revision());
        }
    }

    record NewContract(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String key,

            @NotBlank @Size(max = 100) String name) {}

    record ContractBody(@NotBlank @Size(max = 100) String name, boolean active) {

        static ContractBody of(Contract from) {
            return new ContractBody(from.name(), from.isActive());
        }
    }
}
