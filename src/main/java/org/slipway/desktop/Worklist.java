package org.slipway.desktop;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.desktop.Columns.Column;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;
import org.slipway.reporting.FoundRelease;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.reporting.ReleaseSearch;
import org.slipway.reporting.ReleaseSituation;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of releases: what is open, what has ended, and what is looked for. The page as a whole is answered to a
 * browser; htmx gets the list alone, or the rows that follow.
 */
@Controller
class Worklist {

    private static final String HTMX = "HX-Request";

    private final ReleaseSearch search;
    private final ReleaseLines lines;
    private final Columns columns;
    private final ActiveFilters filters;

    Worklist(ReleaseSearch search, ReleaseLines lines, Columns columns, ActiveFilters filters) {
        this.search = search;
        this.lines = lines;
        this.columns = columns;
        this.filters = filters;
    }

    @GetMapping("/releases")
    String show(
            @Valid ReleaseQuestion question,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = HTMX, required = false) @Nullable String part,
            HttpServletResponse answer,
            Model page) {
        Slice<FoundRelease> found = search.find(question);
        ListAddress address = new ListAddress("/releases", parameters);
        Map<String, String> people = lines.people(found.items(), filters.people(address));
        Map<String, String> groups = lines.groups();
        List<Column> shown = columns.mine();
        page.addAttribute("lines", lines.of(found.items(), people));
        page.addAttribute("next", found.next());
        page.addAttribute("people", people);
        page.addAttribute("groups", groups);
        page.addAttribute("columns", shown);
        page.addAttribute("page", address);
        answer.addHeader(HttpHeaders.VARY, HTMX);
        if (question.after() != null && part != null) {
            return "desktop/worklist :: rows";
        }
        page.addAttribute("chips", filters.of(address, people, groups));
        if (part == null) {
            page.addAttribute("allColumns", Columns.after(shown));
            page.addAttribute("statuses", ReleaseStatus.values());
            page.addAttribute("situations", ReleaseSituation.values());
            page.addAttribute("phases", Phase.values());
            return "desktop/worklist";
        }
        return "desktop/worklist :: list";
    }
}
