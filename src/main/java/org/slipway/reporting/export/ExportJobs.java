package org.slipway.reporting.export;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.access.CurrentUser;
import org.slipway.reporting.ReleaseSearch;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Refusal;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that are made while people look how far they are: one after the other on each node, each as the person who wants
 * it. How far they are and what they hold lies in the database, so that every node can tell and hand out.
 */
@Service
class ExportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ExportJobs.class);
    private static final int MOST_PER_PERSON = 5;
    private static final Duration KEPT = Duration.ofHours(4);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final ReleaseExport export;
    private final ReleaseSearch search;
    private final ExportJobRepository jobs;
    private final ExportPieces pieces;
    private final CurrentUser currentUser;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "export"));

    ExportJobs(
            ReleaseExport export,
            ReleaseSearch search,
            ExportJobRepository jobs,
            ExportPieces pieces,
            CurrentUser currentUser,
            TransactionTemplate transaction,
            Clock clock) {
        this.export = export;
        this.search = search;
        this.jobs = jobs;
        this.pieces = pieces;
        this.currentUser = currentUser;
        this.apart = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** One's own, the newest first. */
    List<ExportJob> mine() {
        return jobs.findByPersonAndExpiresAtAfterOrderByStartedAtDescIdDesc(
                currentUser.id(), now(), Limit.of(MOST_PER_PERSON));
    }

    /** Refuses with {@code export-unknown} also those of others. */
    ExportJob get(UUID id) {
        return jobs.findById(id)
                .filter(job ->
                        job.person().equals(currentUser.id()) && job.expiresAt().isAfter(now()))
                .orElseThrow(() -> new Unknown("export-unknown", null, id));
    }

    /** Refuses with {@code export-not-ready}. */
    InputStream content(ExportJob job) {
        if (job.state(now()) != ExportJob.State.DONE) {
            throw new WrongState("export-not-ready", null);
        }
        return pieces.read(job.id(), job.byteCount());
    }

    /** Comes back at once. Refuses with {@code export-too-many} who has so many already. */
    ExportJob start(ExportRequest wanted) {
        String person = currentUser.requirePerson();
        Instant now = now();
        if (jobs.countByPersonAndExpiresAtAfter(person, now) >= MOST_PER_PERSON) {
            throw new BusinessRuleViolated("export-too-many", null, MOST_PER_PERSON);
        }
        ExportJob job = jobs.saveAndFlush(
                new ExportJob(person, wanted.format(), export.fileName(wanted.format()), now, now.plus(KEPT)));
        held.add(job.id());
        Runnable work = new DelegatingSecurityContextRunnable(() -> run(job.id(), wanted));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // Nobody else sees the job before its row is committed.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_COMMITTED) {
                        worker.execute(work);
                    } else {
                        held.remove(job.id());
                    }
                }
            });
        } else {
            worker.execute(work);
        }
        return job;
    }

    /** One that is being made goes on and is thrown away when it is ready. */
    void remove(UUID id) {
        ExportJob job = get(id);
        apart.executeWithoutResult(status -> jobs.remove(job.id()));
    }

    private void run(UUID id, ExportRequest wanted) {
        Path file = null;
        try {
            long all = search.count(wanted.question());
            change(id, job -> job.run(all, now()));
            file = Files.createTempFile("slipway-export", null);
            long[] rows = new long[1];
            Instant[] told = {now()};
            export.write(wanted, file, Long.MAX_VALUE, written -> {
                rows[0] = written;
                if (written % 500 == 0 && told[0].plus(PACE).isBefore(now())) {
                    told[0] = now();
                    change(id, job -> job.move(written, told[0]));
                }
            });
            keep(id, rows[0], file);
        } catch (Refusal refused) {
            change(id, job -> job.fail(ExportJob.State.REFUSED, refused.code(), now()));
        } catch (Exception e) {
            LOG.warn("Export {} failed", id, e);
            change(id, job -> job.fail(ExportJob.State.FAILED, "internal-error", now()));
        } finally {
            held.remove(id);
            discard(file);
        }
    }

    /** The file and the news that it is ready come together. */
    private void keep(UUID id, long rows, Path file) throws IOException {
        long size = Files.size(file);
        IOException[] failed = new IOException[1];
        apart.executeWithoutResult(status -> jobs.findById(id).ifPresent(job -> {
            try {
                pieces.write(id, file);
                job.finish(rows, size, now());
            } catch (IOException e) {
                failed[0] = e;
                status.setRollbackOnly();
            }
        }));
        if (failed[0] != null) {
            throw failed[0];
        }
    }

    private void change(UUID id, Consumer<ExportJob> change) {
        apart.executeWithoutResult(status -> jobs.findById(id).ifPresent(change));
    }

    /** Tells the other nodes that this one is still there. */
    @Scheduled(fixedDelay = 30_000)
    void tellThatTheyAreHeld() {
        if (!held.isEmpty()) {
            apart.executeWithoutResult(status -> jobs.touch(Set.copyOf(held), now()));
        }
    }

    @Scheduled(cron = "${slipway.export.sweep:0 27 * * * *}")
    void sweep() {
        apart.executeWithoutResult(status -> jobs.removeExpired(now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void discard(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file, e);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
