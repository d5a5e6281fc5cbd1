package org.slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.release.SilentOccurrences;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Sixteen clients take releases from registration to conclusion, by turns with the journal, sealed every second, and without
 * any: no line of history is written and nothing is sealed. A third way, with the journal again, shows how much two measurements
 * of the same differ on this machine. Clients wait for connections, of which there are fewer, instead of being refused.
 */
@SlipwayTest
@Import(SilentOccurrences.class)
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=60000")
class JournalBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(JournalBenchmark.class);
    private static final int CLIENTS = 16;
    private static final int EACH = Integer.getInteger("slipway.benchmark.each", 2);
    private static final int TURNS = Integer.getInteger("slipway.benchmark.turns", 12);
    private static final int RESAMPLES = 2_000;

    private enum Way {
        WITH,
        WITH_AGAIN,
        WITHOUT
    }

    private final SlipwayClient slipway;
    private final Sealing sealing;
    private final SilentOccurrences occurrences;

    JournalBenchmark(SlipwayClient slipway, Sealing sealing, SilentOccurrences occurrences) {
        this.slipway = slipway;
        this.sealing = sealing;
        this.occurrences = occurrences;
    }

    @Test
    void keepsNineTenthsOfTheThroughput() throws Exception {
        Map<Way, double[]> throughput = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            throughput.put(way, new double[TURNS]);
            measured(way);
        }
        List<Way> order = new ArrayList<>(List.of(Way.values()));
        Random random = new Random(1);
        for (int turn = 0; turn < TURNS; turn++) {
            Collections.shuffle(order, random);
            for (Way way : order) {
                Objects.requireNonNull(throughput.get(way))[turn] = measured(way);
            }
        }
        double[] ratio = ratios(throughput, Way.WITH, Way.WITHOUT);
        LOG.info(
                "Lifecycles per second of {} clients, with the journal : without = {}; with : with again = {} ({} turns of {})",
                CLIENTS,
                told(ratio),
                told(ratios(throughput, Way.WITH_AGAIN, Way.WITH)),
                TURNS,
                CLIENTS * EACH);
        assertThat(median(ratio)).isGreaterThanOrEqualTo(0.9);
    }

    private double measured(Way way) throws Exception {
        occurrences.silence(way == Way.WITHOUT);
        return way == Way.WITHOUT ? lifecycles() : sealed();
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

    /** Of the turns, each with itself: what else goes on in one slows both of its ways. */
    private static double[] ratios(Map<Way, double[]> throughput, Way one, Way other) {
        double[] ratios = new double[TURNS];
        Arrays.setAll(
                ratios,
                turn -> Objects.requireNonNull(throughput.get(one))[turn]
                        / Objects.requireNonNull(throughput.get(other))[turn]);
        return ratios;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median, and where it lies with 95 %. */
    private static String told(double[] values) {
        Random random = new Random(2);
        double[] medians = new double[RESAMPLES];
        Arrays.setAll(
                medians,
                i -> median(random.ints(values.length, 0, values.length)
                        .mapToDouble(at -> values[at])
                        .toArray()));
        Arrays.sort(medians);
        return String.format(
                Locale.ROOT,
                "%.2f [%.2f-%.2f]",
                median(values),
                medians[RESAMPLES / 40],
                medians[RESAMPLES - 1 - RESAMPLES / 40]);
    }
}
