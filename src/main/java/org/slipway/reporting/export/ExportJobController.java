package org.slipway.reporting.export;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.OpenToAuditors;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.reporting.Zones;
import org.slipway.shared.Slice;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports over HTTP that go on while the caller asks how far they are. */
@RestController
@RequestMapping(ExportJobController.PATH)
class ExportJobController {

    static final String PATH = "/api/exports";

    /**
     * What is wanted.
     *
     * @param description whether with descriptions
     * @param zone        time zone of all times; UTC when absent
     */
    record NewExport(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) @NotNull
            ExportFormat format,

            @Nullable @Valid ReleaseQuestion filters,
            @Nullable Boolean description,
            @Nullable String zone) {}

    /**
     * How far it is.
     *
     * @param name    of the file
     * @param problem code of the refusal
     * @param detail  the refusal in words
     * @param file    where the file is, once it is ready
     */
    record JobRecord(
            UUID id,
            String name,
            ExportFormat format,
            ExportJob.State state,
            int percent,
            long rows,
            long bytes,
            Instant startedAt,
            @Nullable Instant readyAt,
            Instant expiresAt,
            @Nullable String problem,
            @Nullable String detail,
            @Nullable URI file) {}

    private final ExportJobs jobs;
    private final MessageSource texts;
    private final Clock clock;

    ExportJobController(ExportJobs jobs, MessageSource texts, Clock clock) {
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    Slice<JobRecord> list(Locale language) {
        return new Slice<>(
                jobs.mine().stream().map(job -> record(job, language)).toList(), null);
    }

    @GetMapping("/{id}")
    JobRecord get(@PathVariable UUID id, Locale language) {
        return record(jobs.get(id), language);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<Resource> file(@PathVariable UUID id) {
        ExportJob job = jobs.get(id);
        return ExportController.download(job.format(), job.fileName(), job.byteCount(), jobs.content(job));
    }

    @OpenToAuditors("An export is read, and is its own")
    @PostMapping
    ResponseEntity<JobRecord> start(@Valid @RequestBody NewExport wanted, Locale language) {
        ExportJob job = jobs.start(new ExportRequest(
                wanted.format(),
                wanted.filters() == null ? ReleaseQuestion.ALL : wanted.filters(),
                Boolean.TRUE.equals(wanted.description()),
                Zones.of(wanted.zone()),
                language));
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + job.id()))
                .body(record(job, language));
    }

    @OpenToAuditors("Nobody else has it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        jobs.remove(id);
    }

    private JobRecord record(ExportJob job, Locale language) {
        ExportJob.State state = job.state(clock.instant());
        return new JobRecord(
                job.id(),
                job.fileName(),
                job.format(),
                state,
                job.percent(),
                job.rows(),
                job.byteCount(),
                job.startedAt(),
                job.readyAt(),
                job.expiresAt(),
                job.problem(),
                state == ExportJob.State.REFUSED ? refusal(job, language) : null,
                state == ExportJob.State.DONE ? URI.create(PATH + "/" + job.id() + "/file") : null);
    }

    private String refusal(ExportJob job, Locale language) {
        return texts.getMessage(
                "problem." + job.problem(), new Object[] {job.format().most()}, language);
    }
}
