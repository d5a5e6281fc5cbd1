package org.slipway.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Releases;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The back-out plan of a release over HTTP. */
@RestController
@RequestMapping("/api/releases/{number}/backout-plan")
class BackoutPlanController {

    private final BackoutPlans plans;
    private final Releases releases;

    BackoutPlanController(BackoutPlans plans, Releases releases) {
        this.plans = plans;
        this.releases = releases;
    }

    @GetMapping
    Plan get(@PathVariable String number) {
        return Plan.of(plans.of(releases.get(number).number()));
    }

    @PutMapping
    Plan replace(@PathVariable String number, @Valid @RequestBody NewPlan wanted) {
        plans.replace(number, wanted.steps());
        return get(number);
    }

    record NewPlan(@NotNull @Size(max = 100) List<@NotBlank @Size(max = 1000) String> steps) {}

    record Plan(List<Step> steps) {

        static Plan of(List<BackoutStep> steps) {
            return new Plan(steps.stream().map(Step::of).toList());
        }
    }

    record Step(
            UUID id,
            int position,
            String description,
            @Nullable Instant doneAt,
            @Nullable String doneBy,
            @Nullable Integer doneInCycle,
            @Nullable String executionRecord) {

        static Step of(BackoutStep from) {
            return new Step(
                    from.id(),
                    from.position(),
                    from.description(),
                    from.doneAt(),
                    from.doneBy(),
                    from.doneInCycle(),
                    from.executionRecord());
        }
    }
}
