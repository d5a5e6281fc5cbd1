package org.slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** Sixteen clients take releases from registration to conclusion, by turns while every second is sealed and while nothing is. */
@SlipwayTest
class JournalBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(JournalBenchmark.class);
    private static final int CLIENTS = 16;
    private static final int EACH = 2;
    private static final int TURNS = Integer.getInteger("slipway.benchmark.turns", 6);

    private final SlipwayClient slipway;
    private final Sealing sealing;

    JournalBenchmark(SlipwayClient slipway, Sealing sealing) {
        this.slipway = slipway;
        this.sealing = sealing;
    }

    @Test
    void sealingHardlySlowsALifecycle() throws Exception {
        lifecycles();
        double[] with = new double[TURNS];
        double[] without = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            if (turn % 2 == 0) {
                with[turn] = sealed();
                without[turn] = lifecycles();
            } else {
                without[turn] = lifecycles();
                with[turn] = sealed();
            }
        }
        double[] ratios = new double[TURNS];
        Arrays.setAll(ratios, turn -> with[turn] / without[turn]);
        Arrays.sort(ratios);
        LOG.info(
                "Lifecycles per second of {} clients, sealed every second : not sealed = {} [{} to {}] ({} turns of {})",
                CLIENTS,
                String.format("%.2f", ratios[TURNS / 2]),
                String.format("%.2f", ratios[0]),
                String.format("%.2f", ratios[TURNS - 1]),
                TURNS,
                CLIENTS * EACH);
        assertThat(ratios[TURNS / 2]).isPositive();
    }

    private double sealed() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.scheduleWithFixedDelay(sealing::sealWhatIsNew, 0, 1, TimeUnit.SECONDS);
            return lifecycles();
        } finally {
            clock.shutdown();
            clock.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** Per second. */
    private double lifecycles() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < CLIENTS * EACH; i++) {
            done.add(clients.submit(() -> ReleaseStory.registered(slipway).concluded()));
        }
        for (Future<?> each : done) {
            each.get();
        }
        clients.shutdown();
        return CLIENTS * EACH / ((System.nanoTime() - start) / 1e9);
    }
}
