package org.slipway.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/** How long each of several ways to do something takes, measured by turns so that they share whatever else goes on. */
final class Samples {

    private static final int RESAMPLES = 2_000;

    private final Map<String, double[]> milliseconds;

    private Samples(Map<String, double[]> milliseconds) {
        this.milliseconds = milliseconds;
    }

    /** Every way once a turn, in an order that changes. The first turns warm up and do not count. */
    static Samples of(Map<String, Runnable> ways, int warmUp, int turns) {
        Map<String, double[]> milliseconds = new LinkedHashMap<>();
        ways.keySet().forEach(way -> milliseconds.put(way, new double[turns]));
        List<String> order = new ArrayList<>(ways.keySet());
        Random random = new Random(1);
        for (int turn = -warmUp; turn < turns; turn++) {
            Collections.shuffle(order, random);
            for (String way : order) {
                long start = System.nanoTime();
                Objects.requireNonNull(ways.get(way)).run();
                if (turn >= 0) {
                    Objects.requireNonNull(milliseconds.get(way))[turn] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        return new Samples(milliseconds);
    }

    double quantile(String way, double share) {
        return quantile(all(way), share);
    }

    /** Of several ways taken together, which do the same. */
    double quantile(List<String> ways, double share) {
        return quantile(
                ways.stream().flatMapToDouble(way -> Arrays.stream(all(way))).toArray(), share);
    }

    double median(String way) {
        return quantile(way, 0.5);
    }

    /** How many times longer one way takes than the other: the ratio of the medians, and where it lies with 95 %. */
    Ratio ratio(String slow, String fast) {
        Random random = new Random(2);
        double[] ratios = IntStream.range(0, RESAMPLES)
                .mapToDouble(i -> quantile(drawn(all(slow), random), 0.5) / quantile(drawn(all(fast), random), 0.5))
                .toArray();
        return new Ratio(quantile(slow, 0.5) / quantile(fast, 0.5), quantile(ratios, 0.025), quantile(ratios, 0.975));
    }

    private double[] all(String way) {
        return Objects.requireNonNull(milliseconds.get(way));
    }

    private static double[] drawn(double[] from, Random random) {
        return random.ints(from.length, 0, from.length)
                .mapToDouble(i -> from[i])
                .toArray();
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        milliseconds.forEach((way, all) -> text.append(String.format(
                Locale.ROOT,
                "%n  %-28s p50 %8.2f ms   p95 %8.2f ms   (%d samples)",
                way,
                quantile(all, 0.5),
                quantile(all, 0.95),
                all.length)));
        return text.toString();
    }

    record Ratio(double median, double low, double high) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f [%.2f-%.2f]", median, low, high);
        }
    }
}
