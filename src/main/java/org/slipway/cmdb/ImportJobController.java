package org.slipway.cmdb;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports over HTTP that go on while the caller asks how far they are. */
@RestController
@RequestMapping(ImportJobController.PATH)
class ImportJobController {

    static final String PATH = "/api/imports";

    private final ImportJobs jobs;
    private final Clock clock;

    ImportJobController(ImportJobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @GetMapping
    Slice<JobRecord> list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<ImportJob> page = jobs.list(after, limit);
        return new Slice<>(page.items().stream().map(this::record).toList(), page.next());
    }

    @GetMapping("/{id}")
    JobRecord get(@PathVariable UUID id) {
        return record(jobs.get(id));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<JobRecord> files(
            MultipartHttpServletRequest request, @Valid @ParameterObject ImportParameters parameters, Locale language) {
        ImportOptions options = parameters.options();
        jobs.allow(options);
        return started(ImportController.spool(request), options, language);
    }

    @PostMapping(consumes = "text/csv")
    ResponseEntity<JobRecord> table(
            HttpServletRequest request, @Valid @ParameterObject ImportParameters parameters, Locale language) {
        ImportOptions options = parameters.options();
        jobs.allow(options);
        return started(ImportController.spool("body", request), options, language);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobRecord> json(
            HttpServletRequest request, @Valid @ParameterObject ImportParameters parameters, Locale language) {
        ImportOptions options = parameters.options();
        jobs.allow(options);
        return started(ImportController.spool("body.json", request), options, language);
    }

    private ResponseEntity<JobRecord> started(List<SpooledFile> files, ImportOptions options, Locale language) {
        ImportJob job = jobs.start(files, options, language);
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + job.id()))
                .body(record(job));
    }

    private JobRecord record(ImportJob job) {
        return new JobRecord(
                job.id(),
                job.files(),
                job.isDryRun(),
                job.state(clock.instant()),
                job.startedAt(),
                job.startedBy(),
                job.rows(),
                job.percent(),
                job.outcome());
    }

    /**
     * An import and how far it is.
     *
     * @param rows    worked on so far
     * @param percent of the files read so far
     * @param outcome the report when it is done, the lines at fault when it was refused, null while it runs
     */
    record JobRecord(
            UUID id,
            String files,
            boolean dryRun,
            ImportJob.State state,
            Instant startedAt,
            String startedBy,
            long rows,
            int percent,
            @JsonRawValue @Nullable String outcome) {}
}
