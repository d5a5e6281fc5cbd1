package org.slipway.desktop;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The browser of configuration items. Its scripts fill the pages from the REST API. */
@Controller
class CmdbPages {

    @GetMapping("/cmdb")
    String items() {
        return "desktop/cmdb";
    }

    /** A key may have slashes in it. */
    @GetMapping("/cmdb/{*key}")
    String item(@PathVariable String key, Model page) {
        page.addAttribute("key", key.substring(1));
        return "desktop/cmdb-item";
    }

    @GetMapping("/cmdb/imports")
    String imports() {
        return "desktop/cmdb-imports";
    }

    @GetMapping("/cmdb/baselines")
    String baselines() {
        return "desktop/cmdb-baselines";
    }
}
