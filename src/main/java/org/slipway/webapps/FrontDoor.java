package org.slipway.webapps;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page. */
@Controller
class FrontDoor {

    private final Provider provider;

    FrontDoor(Provider provider) {
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
}
