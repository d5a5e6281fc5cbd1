package org.slipway.cmdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.OpenToAuditors;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.springdoc.core.annotations.ParameterObject;
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
import org.springframework.web.util.UriUtils;

/** Configuration items over HTTP. A slash in a key is written as {@code %2F}; {@link SlashController} takes it as it is. */
@RestController
@RequestMapping(ItemController.PATH)
class ItemController {

    static final String PATH = "/api/configuration-items";

    /** Names that callers may send back as they got them, without effect. */
    private static final Set<String> GIVEN = Set.of("version", "lastOrigin", "lastOriginReference", "createdAt");

    private final ConfigurationItems items;
    private final Relationships relationships;
    private final ImpactGraph graph;
    private final StatePatch patch;

    ItemController(ConfigurationItems items, Relationships relationships, ImpactGraph graph, StatePatch patch) {
        this.items = items;
        this.relationships = relationships;
        this.graph = graph;
        this.patch = patch;
    }

    @GetMapping
    Slice<ItemRecord> list(
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(name = "class", required = false) @Nullable String itemClass,
            @RequestParam(required = false) @Nullable ItemStatus status,
            @RequestParam(required = false) @Nullable ItemGroup group,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Slice<ConfigurationItem> page =
                items.list(new ItemFilter(key, text, itemClass, status, group, environment), limit, after);
        return new Slice<>(page.items().stream().map(ItemRecord::of).toList(), page.next());
    }

    /** The body may name the {@code change} on whose account this is done. */
    @PostMapping
    ResponseEntity<ItemRecord> create(
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ItemRecord.class)))
                    ObjectNode body) {
        String key = text(body, "key");
        if (key == null) {
            throw new Malformed("required", "key");
        }
        Origin origin = origin(body);
        ConfigurationItem item = items.create(key, state -> patch.apply(body, state), origin);
        return ResponseEntity.created(URI.create(PATH + "/" + UriUtils.encode(key, "UTF-8")))
                .eTag(item.version())
                .body(ItemRecord.of(item));
    }

    @GetMapping("/{key}")
    ResponseEntity<ItemRecord> get(@PathVariable String key) {
        ConfigurationItem item = items.get(key);
        return ResponseEntity.ok().eTag(item.version()).body(ItemRecord.of(item));
    }

    /** A merge patch; {@code If-Match} may name the version that the caller has seen. */
    @PatchMapping("/{key}")
    ResponseEntity<ItemRecord> change(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ItemRecord.class)))
                    ObjectNode body) {
        String named = text(body, "key");
        if (named != null && !named.equals(key)) {
            throw new Malformed("configuration-item-key-fixed", "key", key);
        }
        Origin origin = origin(body);
        String expected = seen == null || seen.equals("*") ? null : seen.replaceAll("^W/|\"", "");
        ConfigurationItem item = items.change(key, state -> patch.apply(body, state), origin, expected);
        return ResponseEntity.ok().eTag(item.version()).body(ItemRecord.of(item));
    }

    @GetMapping("/{key}/versions")
    Slice<VersionRecord> versions(
            @PathVariable String key,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Integer after) {
        Slice<ItemVersion> page = items.versions(key, limit, after);
        return new Slice<>(page.items().stream().map(VersionRecord::of).toList(), page.next());
    }

    @GetMapping("/{key}/relationships")
    Slice<Connection> relationships(
            @PathVariable String key,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return relationships.of(key, limit, after);
    }

    @GetMapping("/{key}/impact")
    Impact impact(
            @PathVariable String key,
            @RequestParam(defaultValue = "DEPENDENTS") Impact.Direction direction,
            @RequestParam(defaultValue = "3") @Min(1) @Max(ImpactGraph.DEEPEST) int depth,
            @ParameterObject ShownParameters shown,
            @RequestParam(defaultValue = "500") @Min(1) @Max(ImpactGraph.MOST_ITEMS) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return graph.of(key, direction, depth, shown.shown(), after, limit);
    }

    /** What the loss of some items would reach, all of them at once, without any release. */
    @OpenToAuditors("Only asks; the items would not fit into an address")
    @PostMapping("/impact")
    Impact jointImpact(
            @Valid @RequestBody Bundle bundle,
            @RequestParam(defaultValue = "DEPENDENTS") Impact.Direction direction,
            @RequestParam(defaultValue = "3") @Min(1) @Max(ImpactGraph.DEEPEST) int depth,
            @ParameterObject ShownParameters shown,
            @RequestParam(defaultValue = "500") @Min(1) @Max(ImpactGraph.MOST_ITEMS) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return graph.ofAll(
                "configurationItems", bundle.configurationItems(), direction, depth, shown.shown(), after, limit);
    }

    /** Configuration items that are looked at together. */
    record Bundle(@NotEmpty @Size(max = 1_000) List<@NotBlank String> configurationItems) {}

    /** Takes out of the body what is not the item's state. */
    private static Origin origin(ObjectNode body) {
        String change = text(body, "change");
        if (change != null && change.length() > 40) {
            throw new Malformed("value-refused", "change", change);
        }
        body.remove(GIVEN);
        body.remove("key");
        body.remove("change");
        return new Origin(VersionOrigin.MANUAL, change);
    }

    private static @Nullable String text(ObjectNode body, String name) {
        return body.hasNonNull(name) ? body.get(name).asText() : null;
    }

    /** One version of a configuration item. */
    record VersionRecord(
            String number,
            VersionOrigin origin,
            @Nullable String originReference,
            Instant at,
            String who,
            ItemState state) {

        static VersionRecord of(ItemVersion version) {
            return new VersionRecord(
                    version.number(),
                    version.origin().kind(),
                    version.origin().reference(),
                    version.at(),
                    version.who(),
                    version.state());
        }
    }
}
