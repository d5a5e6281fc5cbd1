package org.slipway.cmdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.shared.ImportRefused;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Limit;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports that run on their own, one after the other on each node; how far each is stands in the database, so that every
 * node can tell. Who starts one needs {@link Operation#MANAGE_CMDB}; it runs as that person.
 */
@Service
public class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int LONGEST_NAMES = 1000;

    private final CmdbImport cmdbImport;
    private final ImportJobRepository jobs;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final MessageSource texts;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "import"));

    ImportJobs(
            CmdbImport cmdbImport,
            ImportJobRepository jobs,
            CurrentUser currentUser,
            TransactionTemplate transaction,
            ObjectMapper json,
            MessageSource texts,
            Clock clock) {
        this.cmdbImport = cmdbImport;
        this.jobs = jobs;
        this.currentUser = currentUser;
        this.transaction = transaction;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    /** The newest first. */
    public Slice<ImportJob> list(@Nullable UUID after, int limit) {
        ImportJob last = after == null ? null : get(after);
        List<ImportJob> found = jobs.page(
                last == null ? clock.instant().plus(1, ChronoUnit.DAYS) : last.startedAt(),
                last == null ? new UUID(-1, -1) : last.id(),
                Limit.of(limit + 1));
        return Slice.of(found, limit, job -> job.id().toString());
    }

    /** Refuses {@code import-unknown}. */
    public ImportJob get(UUID id) {
        return jobs.findById(id).orElseThrow(() -> new Unknown("import-unknown", null, id));
    }

    /** As {@link CmdbImport#allow}. */
    void allow(ImportOptions options) {
        cmdbImport.allow(options);
    }

    /** Takes charge of the files and comes back at once. */
    ImportJob start(List<SpooledFile> files, ImportOptions options, Locale language) {
        String names = files.stream().map(SpooledFile::name).collect(Collectors.joining(", "));
        // Each file is read once for what it holds and once for its rows; only the rows take long.
        long size = files.stream().mapToLong(SpooledFile::size).sum();
        ImportJob job = jobs.saveAndFlush(new ImportJob(
                names.length() > LONGEST_NAMES ? names.substring(0, LONGEST_NAMES) : names,
                options.dryRun(),
                size,
                now(),
                currentUser.id()));
        Runnable work = new DelegatingSecurityContextRunnable(() -> run(job.id(), files, options, language));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // Nobody else sees the job before its row is committed.
            TransactionSynchronizationManager.registerSynchronization(new Afterwards(work, files));
        } else {
            worker.execute(work);
        }
        return job;
    }

    private void run(UUID id, List<SpooledFile> files, ImportOptions options, Locale language) {
        Progress progress = new Progress(id);
        try {
            ImportReport report = cmdbImport.run(
                    files.stream().map(file -> file.source(progress.read)).toList(), options, progress::worked);
            end(id, ImportJob.State.DONE, json.writeValueAsString(report));
        } catch (ImportRefused refused) {
            end(id, ImportJob.State.REFUSED, lines(refused, language));
        } catch (Exception e) {
            LOG.warn("Import {} failed", id, e);
            end(id, ImportJob.State.FAILED, "{}");
        } finally {
            files.forEach(ImportJobs::discard);
        }
    }

    /** In the language of who started it, because whoever reads it later has no exception to translate. */
    private String lines(ImportRefused refused, Locale language) {
        try {
            return json.writeValueAsString(refused.lines().stream()
                    .map(line -> new RefusedLine(
                            line.file(),
                            line.line(),
                            line.column(),
                            line.code(),
                            texts.getMessage(
                                    "problem." + line.code(), line.arguments().toArray(), line.code(), language)))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(UUID id, ImportJob.State state, String outcome) {
        transaction.executeWithoutResult(status -> jobs.findById(id).ifPresent(job -> job.end(state, outcome, now())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void discard(SpooledFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file.name(), e);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** What was wrong with a line of a refused import. */
    record RefusedLine(
            String file,
            int line,
            @Nullable String column,
            String code,
            @Nullable String message) {}

    /** Begins when the transaction around it is committed. */
    private final class Afterwards implements TransactionSynchronization {

        private final Runnable work;
        private final List<SpooledFile> files;

        Afterwards(Runnable work, List<SpooledFile> files) {
            this.work = work;
            this.files = files;
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
                worker.execute(work);
            } else {
                files.forEach(ImportJobs::discard);
            }
        }
    }

    /** Writes down once a second how far an import is, apart from the import's own transaction. */
    private final class Progress {

        private final UUID id;
        private final AtomicLong read = new AtomicLong();
        private final TransactionTemplate apart;
        private long rows;
        private Instant told = Instant.EPOCH;

        Progress(UUID id) {
            this.id = id;
            this.apart =
                    new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
            apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        }

        void worked(long more) {
            rows += more;
            Instant now = now();
            if (told.plus(PACE).isBefore(now)) {
                told = now;
                apart.executeWithoutResult(
                        status -> jobs.findById(id).ifPresent(job -> job.move(rows, read.get(), now)));
            }
        }
    }
}
