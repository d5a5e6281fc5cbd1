package org.slipway.desktop;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The files that the person has ordered, from wherever he ordered them. Its script fills it from the REST API. */
@Controller
class ExportsPage {

    @GetMapping("/exports")
    String show() {
        return "desktop/exports";
    }
}
