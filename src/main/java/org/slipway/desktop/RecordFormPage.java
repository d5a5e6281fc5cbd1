package org.slipway.desktop;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.portfolio.DeployedFlow;
import org.slipway.portfolio.DeployedFlows;
import org.slipway.portfolio.FlowKind;
import org.slipway.portfolio.Portfolio;
import org.slipway.portfolio.Portfolios;
import org.slipway.portfolio.ReleaseModel;
import org.slipway.portfolio.ReleaseModels;
import org.slipway.release.ReleaseRecord;
import org.slipway.release.ReleaseRecords;
import org.slipway.shared.Slice;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a release is registered, and where its fields are edited. Whoever registers chooses a portfolio, then one of its
 * models, then fills in what the model asks for; who comes without having chosen and has no choice is at the form at once.
 */
@Controller
class RecordFormPage {

    private static final String RELEASE = "release";
    private static final String FORM = "desktop/record-form";
    private static final int PAGE = 48;

    private final ReleaseRecords records;
    private final Portfolios portfolios;
    private final ReleaseModels models;
    private final DeployedFlows flows;
    private final Directory directory;
    private final Rights rights;

    RecordFormPage(
            ReleaseRecords records,
            Portfolios portfolios,
            ReleaseModels models,
            DeployedFlows flows,
            Directory directory,
            Rights rights) {
        this.records = records;
        this.portfolios = portfolios;
        this.models = models;
        this.flows = flows;
        this.directory = directory;
        this.rights = rights;
    }

    /**
     * Who may register nothing is shown the releases there are. Refuses at once who may not with this model, and a model that
     * cannot be chosen.
     *
     * @param model     the key of the release model that is chosen
     * @param portfolio the key of the portfolio whose models are offered
     * @param after     what the page before ended with
     */
    @GetMapping("/releases/new")
    String register(
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String portfolio,
            @RequestParam(defaultValue = "") String after,
            Model page) {
        if (!rights.mine().contains(Operation.REGISTER)) {
            return "redirect:/releases";
        }
        if (model != null) {
            return form(model, page);
        }
        if (portfolio != null) {
            Portfolio chosen = portfolios.get(portfolio);
            return choice(chosen, mine(chosen, after), page);
        }
        Slice<Portfolio> offered = portfolios.offered(after, PAGE);
        if (after.isEmpty() && offered.items().size() == 1) {
            Portfolio only = offered.items().get(0);
            Slice<ReleaseModel> mine = mine(only, "");
            return mine.items().size() == 1 && mine.next() == null
                    ? form(mine.items().get(0).key(), page)
                    : choice(only, mine, page);
        }
        page.addAttribute("portfolios", offered);
        page.addAttribute("pictures", portfolios.withImage(offered.items()));
        return "desktop/record-choice";
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

    private String form(String key, Model page) {
        ReleaseModel model = models.requireActive(key);
        rights.require(Operation.REGISTER, key);
        page.addAttribute("model", model);
        page.addAttribute("portfolio", portfolios.get(model.portfolio()));
        page.addAttribute(RELEASE, null);
        return FORM;
    }

    /** Models of a portfolio with which the person may register. */
    private Slice<ReleaseModel> mine(Portfolio portfolio, String after) {
        Slice<ReleaseModel> all = models.list(portfolio.key(), ReleaseModel.Status.ACTIVE, after, PAGE);
        List<ReleaseModel> mine = all.items().stream()
                .filter(each -> rights.mayI(Operation.REGISTER, each.key()))
                .toList();
        return new Slice<>(mine, all.next());
    }

    private String choice(Portfolio portfolio, Slice<ReleaseModel> mine, Model page) {
        page.addAttribute("portfolio", portfolio);
        page.addAttribute("pictures", portfolios.withImage(List.of(portfolio)));
        page.addAttribute("models", mine);
        page.addAttribute("flowNames", flowNames());
        page.addAttribute("groupNames", directory.groups().stream().collect(Collectors.toMap(Group::id, Group::name)));
        return "desktop/record-choice";
    }

    private Map<String, String> flowNames() {
        return Stream.of(FlowKind.values())
                .flatMap(kind -> flows.newest(kind).stream())
                .collect(Collectors.toMap(DeployedFlow::process, DeployedFlow::name, (one, same) -> one));
    }
}
