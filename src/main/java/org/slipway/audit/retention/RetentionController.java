package org.slipway.audit.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Periods, legal holds and the erasure of people's data over HTTP. */
@RestController
@RequestMapping("/api")
class RetentionController {

    private final RetentionReport report;
    private final Holds holds;
    private final Erasures erasures;

    RetentionController(RetentionReport report, Holds holds, Erasures erasures) {
        this.report = report;
        this.holds = holds;
        this.erasures = erasures;
    }

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * Why, and what contacts of releases call the person besides his login.
     *
     * @param name  his full name
     * @param email his address
     */
    record Wanted(
            @NotBlank @Size(max = 1000) String reason,
            @Size(max = 70) @Nullable String name,
            @Size(max = 120) @Nullable String email) {

        Set<String> aliases() {
            return Stream.of(name == null ? "" : name, email == null ? "" : email)
                    .collect(Collectors.toSet());
        }
    }

    @GetMapping("/retention")
    RetentionReport.Report report() {
        return report.report();
    }

    @GetMapping("/releases/{number}/hold")
    Holds.State hold(@PathVariable String number) {
        return holds.of(number);
    }

    @PutMapping("/releases/{number}/hold")
    Holds.State place(@PathVariable String number, @Valid @RequestBody Reason why) {
        return holds.place(number, why.reason().strip());
    }

    @DeleteMapping("/releases/{number}/hold")
    Holds.State lift(
            @PathVariable String number, @RequestParam(defaultValue = "") @NotBlank @Size(max = 1000) String reason) {
        return holds.lift(number, reason.strip());
    }

    /** Everywhere, or with a dry run only told. Asked again, it finds nothing more. */
    @PostMapping("/people/{person}/erasure")
    Erasures.Result erase(
            @PathVariable String person,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Valid @RequestBody Wanted wanted) {
        return erasures.erase(person, wanted.reason().strip(), wanted.aliases(), dryRun);
    }
}
