package org.slipway.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Roles and responsibilities in a release over HTTP. */
@RestController
@RequestMapping("/api/releases/{number}/links/roles")
class RoleController {

    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    Slice<RoleRecord> list(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<RoleHolder> page = roles.list(number, after, limit);
        return new Slice<>(page.items().stream().map(RoleRecord::of).toList(), page.next());
    }

    @PostMapping
    ResponseEntity<RoleRecord> add(@PathVariable String number, @Valid @RequestBody NewRole wanted) {
        RoleHolder holder = roles.add(number, wanted.person(), wanted.role());
        return ResponseEntity.created(URI.create("/api/releases/" + number + "/links/roles/" + holder.id()))
                .body(RoleRecord.of(holder));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String number, @PathVariable UUID id) {
        roles.remove(number, id);
        return ResponseEntity.noContent().build();
    }

    record NewRole(
            @NotBlank @Size(max = 64) String person,
            @NotBlank @Size(max = 200) String role) {}

    record RoleRecord(UUID id, String person, String role) {

        static RoleRecord of(RoleHolder from) {
            return new RoleRecord(from.id(), from.person(), from.role());
        }
    }
}
