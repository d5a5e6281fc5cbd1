package org.slipway.desktop;

import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.ReleaseRecord;
import org.slipway.release.ReleaseRecords;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a release is registered, and where its fields are edited. */
@Controller
class RecordFormPage {

    private static final String RELEASE = "release";
    private static final String FORM = "desktop/record-form";

    private final ReleaseRecords records;
    private final Rights rights;

    RecordFormPage(ReleaseRecords records, Rights rights) {
        this.records = records;
        this.rights = rights;
    }

    /**
     * Who may not register any is shown those there are.
     *
     * @param model the key of the release model that is chosen from the beginning
     */
    @GetMapping("/releases/new")
    String register(@RequestParam(required = false) @Nullable String model, Model page) {
        if (!rights.mine().contains(Operation.REGISTER)) {
            return "redirect:/releases";
        }
        page.addAttribute("model", model);
        page.addAttribute(RELEASE, null);
        return FORM;
    }

    /** Who may not edit it is shown the record. */
    @GetMapping("/releases/{number}/edit")
    String edit(@PathVariable String number, Model page) {
        ReleaseRecord release = records.of(number);
        if (release.status().isEnded()) {
            throw new WrongState("release-ended", null);
        }
        if (!release.actions().contains(Operation.EDIT.name())) {
            return "redirect:/releases/" + release.number();
        }
        page.addAttribute(RELEASE, release);
        return FORM;
    }
}
