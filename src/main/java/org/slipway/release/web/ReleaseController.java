package org.slipway.release.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.OpenToAuditors;
import org.slipway.release.EditRelease;
import org.slipway.release.Followers;
import org.slipway.release.RegisterRelease;
import org.slipway.release.ReleaseCommands;
import org.slipway.release.ReleaseEditing;
import org.slipway.release.ReleaseRecord;
import org.slipway.release.ReleaseRecords;
import org.slipway.release.ReleaseRegistration;
import org.slipway.release.Reopening;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class ReleaseController {

    /** Why a release is put on hold. */
    record Suspension(
            @NotBlank @Size(max = 200) String justification,
            @Size(max = 4000) @Nullable String complement) {}

    /** Why a release is given up, or started before its window opens. */
    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    /** Who shall follow; the caller when absent. */
    record Follow(@Nullable String person) {}

    private final ReleaseRegistration registration;
    private final ReleaseEditing editing;
    private final ReleaseCommands commands;
    private final ReleaseRecords records;
    private final Followers followers;
    private final CurrentUser currentUser;

    ReleaseController(
            ReleaseRegistration registration,
            ReleaseEditing editing,
            ReleaseCommands commands,
            ReleaseRecords records,
            Followers followers,
            CurrentUser currentUser) {
        this.registration = registration;
        this.editing = editing;
        this.commands = commands;
        this.records = records;
        this.followers = followers;
        this.currentUser = currentUser;
    }

    /** In one transaction with its answer, which then has what it needs at hand. */
    @Transactional
    @PostMapping("/releases")
    ResponseEntity<ReleaseRecord> register(@Valid @RequestBody RegisterRelease request) {
        String number = registration.register(request);
        ReleaseRecord release = records.of(number);
        return ResponseEntity.created(URI.create("/api/releases/" + number))
                .eTag(tag(release))
                .body(release);
    }

    @GetMapping("/releases/{number}")
    ResponseEntity<ReleaseRecord> get(@PathVariable String number) {
        return answer(number);
    }

    @PatchMapping("/releases/{number}")
    ResponseEntity<ReleaseRecord> edit(
            @PathVariable String number,
            @Valid @RequestBody EditRelease edit,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        editing.edit(number, edit, revision(ifMatch));
        return answer(number);
    }

    @PostMapping("/releases/{number}/suspension")
    ResponseEntity<ReleaseRecord> suspend(@PathVariable String number, @Valid @RequestBody Suspension suspension) {
        commands.suspend(number, suspension.justification(), suspension.complement());
        return answer(number);
    }

    @PostMapping("/releases/{number}/reactivation")
    ResponseEntity<ReleaseRecord> reactivate(@PathVariable String number) {
        commands.reactivate(number);
        return answer(number);
    }

    @PostMapping("/releases/{number}/cancellation")
    ResponseEntity<ReleaseRecord> cancel(@PathVariable String number, @Valid @RequestBody Reason reason) {
        commands.cancel(number, reason.reason());
        return answer(number);
    }

    @PostMapping("/releases/{number}/reopening")
    ResponseEntity<ReleaseRecord> reopen(@PathVariable String number, @Valid @RequestBody Reopening reopening) {
        commands.reopen(number, reopening);
        return answer(number);
    }

    @PostMapping("/releases/{number}/early-start")
    ResponseEntity<ReleaseRecord> startEarly(@PathVariable String number, @Valid @RequestBody Reason reason) {
        commands.startEarly(number, reason.reason());
        return answer(number);
    }

    @GetMapping("/releases/{number}/followers")
    Slice<String> followers(@PathVariable String number) {
        return new Slice<>(followers.get(number), null);
    }

    @OpenToAuditors("What he follows is on his own page; others may not be added by him")
    @PostMapping("/releases/{number}/followers")
    Slice<String> follow(@PathVariable String number, @RequestBody(required = false) @Nullable Follow follow) {
        followers.follow(number, person(follow == null ? null : follow.person()));
        return new Slice<>(followers.of(number), null);
    }

    @OpenToAuditors("He may take away himself only")
    @DeleteMapping("/releases/{number}/followers/{person}")
    Slice<String> unfollow(@PathVariable String number, @PathVariable String person) {
        followers.unfollow(number, person);
        return new Slice<>(followers.of(number), null);
    }

    private ResponseEntity<ReleaseRecord> answer(String number) {
        ReleaseRecord release = records.of(number);
        return ResponseEntity.ok().eTag(tag(release)).body(release);
    }

    private String person(@Nullable String named) {
        return named == null ? currentUser.id() : named;
    }

    private static String tag(ReleaseRecord release) {
        return "\"" + release.revision() + "\"";
    }

    private static @Nullable Integer revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new Malformed("entity-tag-malformed", "If-Match", ifMatch);
        }
    }
}
