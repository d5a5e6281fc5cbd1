package org.slipway.desktop;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One release: how it stands, what may be done with it, and everything that belongs to it, a tab each. */
@Controller
class RecordPage {

    private static final List<String> TABS =
            List.of("overview", "changes", "items", "links", "work", "checklists", "documents", "flow", "history");

    private final RecordView view;

    RecordPage(RecordView view) {
        this.view = view;
    }

    @GetMapping("/releases/{number}")
    String show(@PathVariable String number, @RequestParam(defaultValue = "overview") String tab, Model page) {
        page.addAttribute("shown", view.of(number));
        page.addAttribute("tabs", TABS);
        page.addAttribute("tab", TABS.contains(tab) ? tab : TABS.get(0));
        return "desktop/record";
    }
}
