package org.slipway.desktop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.slipway.access.OpenToAuditors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What pages remember for the person who is logged in. */
@RestController
@RequestMapping("/api/preferences/{name}")
class PreferenceController {

    /** What is preferred; its shape depends on the preference. */
    record Preferred(@NotBlank @Size(max = 400) String value) {}

    private final Preferences preferences;

    PreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    @OpenToAuditors("His own columns and language")
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String name, @Valid @RequestBody Preferred preferred) {
        preferences.keep(name, preferred.value());
    }

    @OpenToAuditors("His own columns and language")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String name) {
        preferences.forget(name);
    }
}
