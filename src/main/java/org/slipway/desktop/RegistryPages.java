package org.slipway.desktop;

import java.util.List;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Unknown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Portfolios with their models, for everybody; registries, for those who maintain them, and to be read by auditors. Their
 * scripts fill the pages from the REST API.
 */
@Controller
class RegistryPages {

    /** One page of the administration and the right without which it is of no use. */
    public record Section(String id, String icon, Operation operation) {}

    private static final List<Section> SECTIONS = List.of(
            new Section("justifications", "chat-left-quote", Operation.MANAGE_REGISTRIES),
            new Section("solution-categories", "diagram-3", Operation.MANAGE_REGISTRIES),
            new Section("situations", "signpost-2", Operation.MANAGE_REGISTRIES),
            new Section("questionnaires", "ui-checks", Operation.MANAGE_REGISTRIES),
            new Section("calendars", "calendar-week", Operation.MANAGE_REGISTRIES),
            new Section("holidays", "calendar-heart", Operation.MANAGE_REGISTRIES),
            new Section("contracts", "file-earmark-text", Operation.MANAGE_REGISTRIES),
            new Section("units", "buildings", Operation.MANAGE_REGISTRIES),
            new Section("locations", "geo-alt", Operation.MANAGE_REGISTRIES),
            new Section("classes", "boxes", Operation.MANAGE_CMDB),
            new Section("relationship-types", "bezier2", Operation.MANAGE_CMDB),
            new Section("rights", "key", Operation.MANAGE_RIGHTS),
            new Section("rights-report", "person-check", Operation.MANAGE_RIGHTS),
            new Section("overrides", "shield-exclamation", Operation.MANAGE_RIGHTS));

    private final Rights rights;

    RegistryPages(Rights rights) {
        this.rights = rights;
    }

    @GetMapping("/portfolio")
    String portfolios() {
        return "desktop/portfolios";
    }

    @GetMapping("/portfolio/{portfolio}")
    String portfolio(@PathVariable String portfolio, Model page) {
        page.addAttribute("portfolio", portfolio);
        return "desktop/portfolio";
    }

    /** The first of those that the person maintains, or reads as an auditor. */
    @GetMapping("/administration")
    String administration(Model page) {
        return registry(mine().get(0).id(), page);
    }

    @GetMapping("/administration/{id}")
    String registry(@PathVariable String id, Model page) {
        List<Section> sections = mine();
        Section section = sections.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unknown("not-found", null, id));
        page.addAttribute("sections", sections);
        page.addAttribute("registry", section);
        page.addAttribute("may", may(section.operation()));
        return "desktop/administration";
    }

    private List<Section> mine() {
        boolean audits = may(Operation.AUDIT);
        List<Section> mine = SECTIONS.stream()
                .filter(each -> audits || may(each.operation()))
                .toList();
        if (mine.isEmpty()) {
            throw new NotAllowed("operation-not-allowed", null, Operation.MANAGE_REGISTRIES);
        }
        return mine;
    }

    private boolean may(Operation operation) {
        return rights.mayI(operation, Rights.ANY_MODEL);
    }
}
