package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.Slipway;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.reporting.ReleaseSearch;
import org.slipway.support.PostgreSQL;
import org.springframework.boot.builder.SpringApplicationBuilder;
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
    private static final double MOST = 1.5;
    private static final double MOST_OF_ANY = 3;

    @TempDir
    Path folder;

    @Test
    void takesAtMostHalfAsMuchAgainAsByHand() throws Exception {
        String url = GeneratedReleases.many(folder);
        Map<String, Double> times = new LinkedHashMap<>();
        try (ConfigurableApplicationContext slipway = new SpringApplicationBuilder(Slipway.class)
                        .profiles("demo", "postgresql")
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=" + PostgreSQL.USER,
                                "--spring.datasource.password=" + PostgreSQL.USER,
                                "--camunda.bpm.job-execution.enabled=false");
                Connection database = GeneratedReleases.open(url)) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "operator", null, AuthorityUtils.createAuthorityList("operations")));
            ReleaseSearch search = slipway.getBean(ReleaseSearch.class);
            ByHand hand = new ByHand(database);
            Questions.all().forEach((question, byHand) -> {
                ReleaseQuestion asked = Questions.read(question);
                times.put(question, times(question, () -> search.find(asked), () -> hand.releases(byHand)));
            });
        } finally {
            SecurityContextHolder.clearContext();
        }
        double middle = times.values().stream().sorted().toList().get(times.size() / 2);
        LOG.info("In times of what is written by hand: {} in the middle of {}", middle, times);
        assertThat(middle).isLessThanOrEqualTo(MOST);
        assertThat(times)
                .allSatisfy((question, ratio) -> assertThat(ratio).as(question).isLessThanOrEqualTo(MOST_OF_ANY));
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
