package org.slipway.reporting;

import jakarta.validation.Valid;
import org.slipway.shared.Slice;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReleaseSearchController {

    private final ReleaseSearch search;

    ReleaseSearchController(ReleaseSearch search) {
        this.search = search;
    }

    @GetMapping("/api/releases")
    Slice<FoundRelease> find(@Valid @ParameterObject ReleaseQuestion question) {
        return search.find(question);
    }
}
