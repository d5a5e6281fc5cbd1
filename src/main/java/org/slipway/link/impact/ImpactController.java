package org.slipway.link.impact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.Impact;
import org.slipway.cmdb.ImpactGraph;
import org.slipway.cmdb.ShownParameters;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The joint impact of a release over HTTP. */
@RestController
class ImpactController {

    private final ReleaseImpact impact;

    ImpactController(ReleaseImpact impact) {
        this.impact = impact;
    }

    @GetMapping("/api/releases/{release}/impact")
    ReleaseImpact.Answer impact(
            @PathVariable String release,
            @RequestParam(defaultValue = "DEPENDENTS") Impact.Direction direction,
            @RequestParam(defaultValue = "5") @Min(1) @Max(ImpactGraph.DEEPEST) int depth,
            @ParameterObject ShownParameters shown,
            @RequestParam(defaultValue = "500") @Min(1) @Max(ImpactGraph.MOST_ITEMS) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return impact.of(release, direction, depth, shown.shown(), after, limit);
    }
}
