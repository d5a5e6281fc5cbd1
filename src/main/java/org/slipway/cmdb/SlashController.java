package org.slipway.cmdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same as {@link ItemController} for keys with slashes that were not encoded, as people type them. Of a key that ends in
 * {@code /versions}, {@code /relationships} or {@code /impact} the last slash must be encoded.
 */
@Hidden
@RestController
@RequestMapping(ItemController.PATH)
class SlashController {

    private static final String VERSIONS = "/versions";
    private static final String RELATIONSHIPS = "/relationships";
    private static final String IMPACT = "/impact";

    private final ItemController items;

    SlashController(ItemController items) {
        this.items = items;
    }

    @GetMapping("/{*path}")
    Object get(
            @PathVariable String path,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "DEPENDENTS") Impact.Direction direction,
            @RequestParam(defaultValue = "3") @Min(1) @Max(ImpactGraph.DEEPEST) int depth,
            ShownParameters shown) {
        if (path.endsWith(VERSIONS)) {
            return items.versions(key(path, VERSIONS), limit, after == null ? null : number(after));
        }
        if (path.endsWith(RELATIONSHIPS)) {
            return items.relationships(key(path, RELATIONSHIPS), limit, after);
        }
        if (path.endsWith(IMPACT)) {
            return items.impact(key(path, IMPACT), direction, depth, shown, limit, after);
        }
        return items.get(key(path, ""));
    }

    @PatchMapping("/{*path}")
    Object change(
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody ObjectNode body) {
        return items.change(key(path, ""), seen, body);
    }

    private static Integer number(String after) {
        try {
            return Integer.valueOf(after);
        } catch (NumberFormatException e) {
            throw new Malformed("page-unknown", "after", after);
        }
    }

    private static String key(String path, String ending) {
        return path.substring(1, path.length() - ending.length());
    }
}
