package org.slipway.process.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.ReleaseFlow;
import org.slipway.process.flow.ReleaseFlows;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases/{number}/flow")
class FlowController {

    private final ReleaseFlows flows;

    FlowController(ReleaseFlows flows) {
        this.flows = flows;
    }

    @GetMapping
    ReleaseFlow get(@PathVariable String number, @RequestParam(required = false) @Nullable Integer cycle) {
        return flows.of(number, cycle);
    }

    /** A deployed version never changes. */
    @GetMapping(path = "/models/{model}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> model(@PathVariable String number, @PathVariable String model) {
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .body(flows.model(number, model));
    }
}
