package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.packaging.Node;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.support.SlipwayClient;

/**
 * Every filter and every order of the list of releases over HTTP, among a million and among ten thousand: none grows with their
 * number by more than its power of 0.30, a rare text by more than 0.6; the slowest hundredth of the answers takes at most five
 * times the median; and an answer, which is the same, at most three times what it takes by hand.
 *
 * <p>By hand it takes a millisecond, less than any answer over HTTP that asks for nothing. So the bound is on what is written by
 * hand and such an answer together, from the same server to the same person; the search without HTTP is held against what is
 * written by hand alone in {@link SearchServiceBenchmark}.
 */
class SearchBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(SearchBenchmark.class);
    private static final int TURNS = Integer.getInteger("slipway.benchmark.turns", 100);
    private static final int WARM_UP = 5;
    private static final String SEARCH = "/api/releases?";
    private static final int PAGE = 50;
    private static final double MOST_GROWTH = 0.30;
    private static final double MOST_GROWTH_OF_RARE_TEXT = 0.60;
    private static final double MOST_TAIL = 5;
    private static final double MOST_TIMES_BY_HAND = 3;
    private static final Set<String> RARE_TEXTS = Set.of("text=t7919.", "contact=c530@");
    private static final Set<String> NOT_FILTERS = Set.of("sort", "limit", "after");

    /** Pages of the Desktop, without what a browser fetches for them later. */
    private static final List<String> PAGES =
            List.of("/releases", "/releases?situation=DELAYED", "/", "/calendar", "/board");

    @TempDir
    Path folder;

    /** Where what asks for nothing has as long a tail, it is that of the machine. */
    private record Figures(double growth, double tail, double tailOfNothing, double timesByHand) {

        boolean misses(double mostGrowth) {
            return growth > mostGrowth || tail > Math.max(MOST_TAIL, tailOfNothing) || timesByHand > MOST_TIMES_BY_HAND;
        }
    }

    @Test
    void asksEveryFilterThatThereIs() {
        List<String> asked = Questions.all().keySet().stream()
                .flatMap(question -> Arrays.stream(question.split("&")))
                .map(filter -> filter.split("=")[0])
                .toList();

        assertThat(asked)
                .containsAll(Arrays.stream(ReleaseQuestion.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !NOT_FILTERS.contains(name))
                        .toList());
    }

    @Test
    void hardlyGrowsWithTheReleases() throws Exception {
        String small = GeneratedReleases.few(folder);
        String large = GeneratedReleases.many(folder);
        SoftAssertions held = new SoftAssertions();
        try (Node few = Node.startToStay(GeneratedReleases.settings(small), folder);
                Node many = Node.startToStay(GeneratedReleases.settings(large), folder);
                ByHand hand = new ByHand(large)) {
            Asked api = new Asked(few.client().as("operator"), many.client().as("operator"), hand);
            Map<String, String> questions = Questions.all();
            askForTheLastPage(questions, hand);
            questions.forEach((question, byHand) -> api.hold(SEARCH + question, byHand, growthOf(question), held));
            Asked pages = new Asked(
                    few.client().as("operator").with("Accept", "text/html"),
                    many.client().as("operator").with("Accept", "text/html"),
                    hand);
            for (int turn = 0; turn < TURNS; turn++) {
                PAGES.forEach(pages::warm);
            }
            PAGES.forEach(page -> pages.hold(page, null, MOST_GROWTH, held));
        }
        held.assertAll();
    }

    private static double growthOf(String question) {
        return RARE_TEXTS.contains(question) ? MOST_GROWTH_OF_RARE_TEXT : MOST_GROWTH;
    }

    private record Asked(SlipwayClient few, SlipwayClient many, ByHand hand) {

        /** What the first of them needs is compiled before any is measured. */
        void warm(String path) {
            few.get(path).expect(200);
            many.get(path).expect(200);
        }

        /** What misses a bound is asked once more: what it costs stays, what else was going on does not. */
        void hold(String path, @Nullable String byHand, double mostGrowth, SoftAssertions held) {
            if (byHand != null) {
                held.assertThat(numbers(many.get(path)))
                        .as(path)
                        .isEqualTo(first(hand.releases(question(path), byHand)));
            }
            if (ask(path, byHand).misses(mostGrowth)) {
                Figures again = ask(path, byHand);
                held.assertThat(again).as(path).matches(figures -> !figures.misses(mostGrowth), "within its bounds");
            }
        }

        private static String question(String path) {
            return path.substring(SEARCH.length());
        }

        private static List<String> numbers(SlipwayClient.Answer answer) {
            return StreamSupport.stream(answer.expect(200).json().path("items").spliterator(), false)
                    .map(release -> release.path("number").asText())
                    .toList();
        }

        private static List<String> first(List<String> numbers) {
            return numbers.subList(0, Math.min(PAGE, numbers.size()));
        }

        private Figures ask(String path, @Nullable String byHand) {
            Map<String, Runnable> ways = new LinkedHashMap<>();
            ways.put("few", () -> few.get(path).expect(200));
            ways.put("many", () -> many.get(path).expect(200));
            ways.put("many again", () -> many.get(path).expect(200));
            ways.put(
                    "nothing",
                    () -> many.with("Accept", "application/json")
                            .get("/engine-rest/version")
                            .expect(200));
            if (byHand != null) {
                ways.put("SQL", () -> hand.releases(question(path), byHand));
            }
            Samples samples = Samples.of(ways, TURNS / 5, TURNS);
            Samples.Ratio growth = samples.ratio("many", "few");
            double exponent = Math.log(growth.median()) / Math.log(GeneratedReleases.TIMES);
            double tail = samples.quantile(List.of("many", "many again"), 0.99) / samples.median("many");
            double tailOfNothing = samples.quantile("nothing", 0.99) / samples.median("nothing");
            double times =
                    byHand == null ? 0 : samples.median("many") / (samples.median("SQL") + samples.median("nothing"));
            LOG.info(
                    "{}: many : few = {}, exponent {}; the same twice = {}; p99 : p50 = {}, of nothing {}; {} times"
                            + " by hand and nothing{}",
                    path,
                    growth,
                    round(exponent),
                    samples.ratio("many", "many again"),
                    round(tail),
                    round(tailOfNothing),
                    round(times),
                    samples);
            return new Figures(exponent, tail, tailOfNothing, times);
        }
    }

    /** What comes after the page before the last one. */
    private static void askForTheLastPage(Map<String, String> questions, ByHand hand) {
        String end = hand.first(
                        "select number from release_record order by number desc offset 40 rows fetch first 1 rows only")
                .get(0);
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((end + "\n" + end).getBytes(StandardCharsets.UTF_8));
        questions.put("sort=number&after=" + cursor, "where r.number > '" + end + "' order by r.number");
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
