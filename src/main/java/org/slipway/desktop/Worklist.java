package org.slipway.desktop;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.reporting.ReleaseSearch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of releases: what is open, what has ended, and what is looked for. */
@Controller
class Worklist {

    /** What a column is called in texts, by what it sorts, and whether it counts. */
    public record Column(String id, @Nullable String sort, boolean numeric) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("number", "number", false),
            new Column("status", "status", false),
            new Column("phase", null, false),
            new Column("priority", "priority", false),
            new Column("deadline", "deadline", false),
            new Column("delay", null, true),
            new Column("task", null, false),
            new Column("responsible", null, false),
            new Column("group", "group", false),
            new Column("requester", "requester", false),
            new Column("opened", "opened", false));

    private final ReleaseSearch search;

    Worklist(ReleaseSearch search) {
        this.search = search;
    }

    @GetMapping("/releases")
    String show(
            @Valid ReleaseQuestion question,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model page) {
        page.addAttribute("found", search.find(question));
        page.addAttribute("columns", COLUMNS);
        page.addAttribute("page", new ListAddress("/releases", parameters));
        return part == null ? "desktop/worklist" : "desktop/worklist :: list";
    }
}
