package org.slipway.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.GroupRight;
import org.slipway.access.GroupRights;
import org.slipway.access.Operation;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rights of groups over HTTP. */
@RestController
@RequestMapping("/api/rights")
class RightsController {

    private final GroupRights rights;

    RightsController(GroupRights rights) {
        this.rights = rights;
    }

    @GetMapping
    Slice<RightRecord> list(
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<GroupRight> page = rights.list(group, after, limit);
        return new Slice<>(page.items().stream().map(RightRecord::of).toList(), page.next());
    }

    /**
     * Exactly these operations; none withdraws all. {@code If-Match} may name the revision that the caller has seen: that of
     * a record with the same group and model, or of one without operations where there is none.
     */
    @PutMapping
    RightRecord grant(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RightRecord wanted) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        operations.addAll(wanted.operations());
        return RightRecord.of(rights.grant(new GroupRight(wanted.group(), wanted.model(), operations), ifMatch));
    }

    /**
     * @param model    the key of a release model, or {@code *} for all
     * @param revision the entity tag; of no consequence in what is sent
     */
    record RightRecord(
            @NotBlank @Size(max = 64) String group,
            @NotBlank @Size(max = 64) String model,
            @NotNull List<@NotNull Operation> operations,
            @Nullable String revision) {

        static RightRecord of(GroupRight from) {
            return new RightRecord(
                    from.group(),
                    from.model(),
                    from.operations().stream().sorted().toList(),
                    from.revision());
        }
    }
}
