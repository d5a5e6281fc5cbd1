package org.slipway.webapps;

import java.security.Principal;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page, and the way on from it to where the person works. */
@Controller
class FrontDoor {

    private static final List<String> WEBAPPS = List.of("tasklist", "cockpit", "admin");

    private final AuthorizationService authorizations;
    private final CurrentUser currentUser;
    private final Provider provider;

    FrontDoor(AuthorizationService authorizations, CurrentUser currentUser, Provider provider) {
        this.authorizations = authorizations;
        this.currentUser = currentUser;
        this.provider = provider;
    }

    @GetMapping("/login")
    String login(
            @Nullable Principal person,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String logout,
            Model page) {
        page.addAttribute("provider", provider.isThere() ? ProviderLogin.START : null);
        page.addAttribute(
                "passwords", !provider.isThere() || !provider.localPeople().isEmpty());
        page.addAttribute("failed", error != null);
        page.addAttribute("refused", refused != null);
        page.addAttribute("loggedOut", logout != null);
        return person == null ? "login" : "redirect:/";
    }

    /** To Tasklist; who has no business there, to the first webapp that is open to him. */
    @GetMapping("/")
    String start() {
        List<String> groups = List.copyOf(currentUser.groups());
        String webapp = WEBAPPS.stream()
                .filter(app -> authorizations.isUserAuthorized(
                        currentUser.id(), groups, Permissions.ACCESS, Resources.APPLICATION, app))
                .findFirst()
                .orElse("welcome");
        return "redirect:/camunda/app/" + webapp + "/default/";
    }
}
