package org.slipway.portfolio;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Portfolios and their models over HTTP. */
@RestController
@RequestMapping("/api/portfolios")
class PortfolioController {

    private final PortfolioRepository portfolios;
    private final ReleaseModelRepository models;

    PortfolioController(PortfolioRepository portfolios, ReleaseModelRepository models) {
        this.portfolios = portfolios;
        this.models = models;
    }

    @GetMapping
    Slice<PortfolioRecord> portfolios(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Slice.of(
                portfolios.findByKeyGreaterThanOrderByKey(after, Limit.of(limit + 1)).stream()
                        .map(PortfolioRecord::of)
                        .toList(),
                limit,
                PortfolioRecord::key);
    }

    /** Of all statuses unless one is asked for. */
    @GetMapping("/{key}/models")
    Slice<ModelRecord> models(
            @PathVariable String key,
            @RequestParam(required = false) ReleaseModel.@Nullable Status status,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (!portfolios.existsById(key)) {
            throw new Unknown("portfolio-unknown", null, key);
        }
        List<ReleaseModel> found = models.findByPortfolioAndStatusInAndKeyGreaterThanOrderByKey(
                key,
                status == null ? EnumSet.allOf(ReleaseModel.Status.class) : EnumSet.of(status),
                after,
                Limit.of(limit + 1));
        return Slice.of(found.stream().map(ModelRecord::of).toList(), limit, ModelRecord::key);
    }

    record PortfolioRecord(
            String key, String name, @Nullable String description) {

        static PortfolioRecord of(Portfolio from) {
            return new PortfolioRecord(from.key(), from.name(), from.description());
        }
    }

    record ModelRecord(
            String key,
            String name,
            @Nullable String description,
            String portfolio,
            String planningProcess,
            String deploymentProcess,
            String executorGroup,
            String approverGroup,
            String calendar,
            @Nullable String category,
            ReleaseKind kind,
            String defaultImpact,
            String defaultUrgency,
            @Nullable String defaultContract,
            ReleaseModel.Status status) {

        static ModelRecord of(ReleaseModel from) {
            return new ModelRecord(
                    from.key(),
                    from.name(),
                    from.description(),
                    from.portfolio(),
                    from.planningProcess(),
                    from.deploymentProcess(),
                    from.executorGroup(),
                    from.approverGroup(),
                    from.calendar(),
                    from.category(),
                    from.kind(),
                    from.defaultImpact(),
                    from.defaultUrgency(),
                    from.defaultContract(),
                    from.status());
        }
    }
}
