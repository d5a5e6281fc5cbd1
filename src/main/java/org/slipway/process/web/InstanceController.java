package org.slipway.process.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.InstancesOfModels;
import org.slipway.process.flow.InstancesOfModels.Instance;
import org.slipway.process.flow.InstancesOfModels.Question;
import org.slipway.process.flow.InstancesOfModels.State;
import org.slipway.shared.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of a model's instances, page by page. */
@RestController
@RequestMapping("/api/process-definitions/{definition}/instances")
class InstanceController {

    private final InstancesOfModels instances;

    InstanceController(InstancesOfModels instances) {
        this.instances = instances;
    }

    /** Newest first. */
    @GetMapping
    Slice<Instance> list(
            @PathVariable String definition,
            @RequestParam(required = false) @Nullable String businessKey,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Instant startedFrom,
            @RequestParam(required = false) @Nullable Instant startedTo,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
        return instances.find(definition, new Question(businessKey, state, startedFrom, startedTo), after, limit);
    }
}
