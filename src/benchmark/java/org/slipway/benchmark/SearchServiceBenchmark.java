package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.reporting.ReleaseSearch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The search itself, in this process, beside two statements written by hand with the same columns, which are read as well: in the
 * middle of all questions it takes at most half as much again, and three times for none. By hand nobody asks first whether there
 * are few, nor tells how many minutes of work a release is late. The demo's operator asks, among a million releases.
 */
class SearchServiceBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(SearchServiceBenchmark.class);
    private static final int TURNS = Integer.getInteger("slipway.benchmark.turns", 100);
    private static final int WARM_UP = 10;
    private static final double MOST = 1.5;
    private static final double MOST_OF_ANY = 3;

    private static final Duration AT_ONCE = Duration.ofMillis(250);

    /** What hundreds of thousands have. */
    private static final List<String> COMMON = List.of(
            "contract=internal",
            "model=standard",
            "approverGroup=approvers3",
            "executorGroup=group7",
            "unit=unit7",
            "cycle=1",
            "requester=person62",
            "responsible=person41",
            "registrar=person37");

    @TempDir
    Path folder;

    @Test
    void takesAtMostHalfAsMuchAgainAsByHand() throws Exception {
        Map<String, Double> times = new LinkedHashMap<>();
        asOperator((search, hand) -> {
            // What the first of them needs is compiled before any is measured.
            for (int turn = 0; turn < WARM_UP; turn++) {
                Questions.all().forEach((question, byHand) -> {
                    search.find(Questions.read(question));
                    hand.releases(question, byHand);
                });
            }
            Questions.all().forEach((question, byHand) -> {
                ReleaseQuestion asked = Questions.read(question);
                times.put(question, times(question, () -> search.find(asked), () -> hand.releases(question, byHand)));
            });
        });
        double middle = times.values().stream().sorted().toList().get(times.size() / 2);
        LOG.info("In times of what is written by hand: {} in the middle of {}", middle, times);
        assertThat(middle).isLessThanOrEqualTo(MOST);
        assertThat(times)
                .allSatisfy((question, ratio) -> assertThat(ratio).as(question).isLessThanOrEqualTo(MOST_OF_ANY));
    }

    /** Whatever the database has learnt of the questions before. */
    @Test
    void findsWhatNoneHasAsSoonAsWhatAllHave() throws Exception {
        Map<String, Duration> slowest = new LinkedHashMap<>();
        asOperator((search, hand) -> COMMON.forEach(filter -> {
            for (String sort : List.of("-number", "deadline")) {
                for (int turn = 0; turn < TURNS; turn++) {
                    search.find(Questions.read(filter + "&sort=" + sort));
                }
                ReleaseQuestion rare = Questions.read(filter.replaceFirst("=.*", "=9") + "&sort=" + sort);
                long start = System.nanoTime();
                assertThat(search.find(rare).items()).as(filter).isEmpty();
                slowest.put(filter + "&sort=" + sort, Duration.ofNanos(System.nanoTime() - start));
            }
        }));
        LOG.info("After what all have, what none has is found in {}", slowest);
        assertThat(slowest)
                .allSatisfy((filter, took) -> assertThat(took).as(filter).isLessThan(AT_ONCE));
    }

    private void asOperator(BiConsumer<ReleaseSearch, ByHand> asked) throws Exception {
        String url = GeneratedReleases.many(folder);
        try (ConfigurableApplicationContext slipway = GeneratedReleases.application(url);
                ByHand hand = new ByHand(url)) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "operator", null, AuthorityUtils.createAuthorityList("operations")));
            asked.accept(slipway.getBean(ReleaseSearch.class), hand);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static double times(String question, Runnable service, Runnable byHand) {
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("service", service);
        ways.put("service again", service);
        ways.put("SQL", byHand);
        Samples samples = Samples.of(ways, TURNS / 5, TURNS);
        Samples.Ratio ratio = samples.ratio("service", "SQL");
        LOG.info(
                "{}: service : SQL = {}; the same twice = {}; p99 : p50 = {}{}",
                question.isEmpty() ? "everything" : question,
                ratio,
                samples.ratio("service", "service again"),
                samples.quantile(List.of("service", "service again"), 0.99) / samples.median("service"),
                samples);
        return ratio.median();
    }
}
