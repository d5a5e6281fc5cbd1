package org.slipway.architecture.violations.rooms;

import org.slipway.architecture.violations.Violates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Abstract, so that no application in a test takes it for one of its beans. */
@Controller
@Violates("PAGES_ONLY_READ")
abstract class PageThatWrites {

    @PostMapping("/planted")
    String write() {
        return "planted";
    }
}
