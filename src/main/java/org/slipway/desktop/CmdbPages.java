package org.slipway.desktop;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The browser of configuration items. Its scripts fill the pages from the REST API. */
@Controller
class CmdbPages {

    /** @param key of the item that is shown; of one whose own address is taken by another page */
    @GetMapping("/cmdb")
    String items(@RequestParam(required = false) @Nullable String key, Model page) {
        return key == null ? "desktop/cmdb" : item("/" + key, page);
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
