package org.slipway.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.Slipway;
import org.slipway.packaging.Node;
import org.slipway.support.PostgreSQL;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two databases, one with a hundred times the releases of the other, made when they are first asked for and the same for
 * every benchmark of a run. A million, or {@code -Dslipway.benchmark.releases}.
 */
final class GeneratedReleases {

    static final int TIMES = 100;
    static final int MANY = Integer.getInteger("slipway.benchmark.releases", 1_000_000);

    private static final Logger LOG = LoggerFactory.getLogger(GeneratedReleases.class);
    private static final Map<String, String> MADE = new LinkedHashMap<>();

    private GeneratedReleases() {}

    /** @return the address of the smaller database */
    static String few(Path folder) throws SQLException {
        return made("few", MANY / TIMES, folder);
    }

    /** @return the address of the larger one */
    static String many(Path folder) throws SQLException {
        return made("many", MANY, folder);
    }

    private static String made(String name, int count, Path folder) throws SQLException {
        String known = MADE.get(name);
        if (known != null) {
            return known;
        }
        String url = PostgreSQL.freshDatabase(name);
        // Its first start makes the tables.
        try (Node node = Node.start(settings(url), folder);
                Connection database = open(url)) {
            node.client().as("operator").get("/api/tasks").expect(200);
            long start = System.nanoTime();
            ManyReleases.write(database, count);
            LOG.info("{} releases written in {} s", count, Math.round((System.nanoTime() - start) / 1e9));
        }
        MADE.put(name, url);
        return url;
    }

    static Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url, PostgreSQL.USER, PostgreSQL.USER);
    }

    /** Slipway in this process, at a free port, on such a database. */
    static ConfigurableApplicationContext application(String url) {
        return new SpringApplicationBuilder(Slipway.class)
                .profiles("demo", "postgresql")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + PostgreSQL.USER,
                        "--spring.datasource.password=" + PostgreSQL.USER,
                        "--camunda.bpm.job-execution.enabled=false");
    }

    /** What a node on such a database is told. */
    static Map<String, String> settings(String url) {
        return new HashMap<>(Map.of(
                "SLIPWAY_DB_URL",
                url,
                "SLIPWAY_DB_USER",
                PostgreSQL.USER,
                "SLIPWAY_DB_PASSWORD",
                PostgreSQL.USER,
                "LOGGING_LEVEL_ORG_SLIPWAY_WEBAPPS",
                "info"));
    }
}
