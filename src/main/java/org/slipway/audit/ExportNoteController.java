package org.slipway.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slipway.access.OpenToAuditors;
import org.slipway.process.flow.InstancesOfReleases;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files that a page makes by itself of what it has read, as those in Cockpit do: they say so before they hand the file out, and
 * hand out none that could not be noted.
 */
@RestController
@RequestMapping("/api/audit/exports")
class ExportNoteController {

    private static final Pattern RELEASE = Pattern.compile("REL-\\d{6,12}");
    private static final Pattern INSTANCE = Pattern.compile(
            "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![0-9A-Za-z])[0-9A-Za-z]{20}(?![0-9A-Za-z])");

    private final Journal journal;
    private final InstancesOfReleases instances;

    ExportNoteController(Journal journal, InstancesOfReleases instances) {
        this.journal = journal;
        this.instances = instances;
    }

    enum Format {
        CSV,
        JSON
    }

    /** @param file what it holds, and of which release or process instance, such as {@code tasks-4f…} */
    record MadeFile(
            @NotNull @Size(min = 1, max = 200) String file,
            @NotNull Format format,
            @NotNull @Min(0) @Max(1_000_000) Integer rows) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @OpenToAuditors("What he takes along is noted")
    void note(@Valid @RequestBody MadeFile made) {
        String release = found(RELEASE, made.file())
                .or(() -> found(INSTANCE, made.file()).flatMap(instances::releaseOf))
                .orElse(null);
        journal.record(EntryKind.EXPORT, release, made.file(), Map.of("format", made.format(), "rows", made.rows()));
    }

    private static Optional<String> found(Pattern pattern, String in) {
        Matcher found = pattern.matcher(in);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
