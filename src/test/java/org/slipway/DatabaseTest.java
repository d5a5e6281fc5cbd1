package org.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.slipway.support.PostgreSQL;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a connection is like in production, and that no command waits for ever. */
class DatabaseTest {

    @Test
    void limitsHowLongACommandMayTakeOnPostgreSql() {
        try (ConfigurableApplicationContext context = start("postgresql", PostgreSQL.freshDatabase("limits"))) {
            JdbcClient sql = context.getBean(JdbcClient.class);

            assertThat(setting(sql, "application_name")).isEqualTo("slipway");
            assertThat(setting(sql, "statement_timeout")).isEqualTo("30s");
            assertThat(setting(sql, "lock_timeout")).isEqualTo("10s");
            assertThat(setting(sql, "idle_in_transaction_session_timeout")).isEqualTo("1min");
            assertThatThrownBy(() -> sql.sql("set statement_timeout = 200; select pg_sleep(60)")
                            .query()
                            .listOfRows())
                    .hasMessageContaining("statement timeout");
        }
    }

    @Test
    void keepsAsManyConnectionsAsTheMachineCanUse() {
        int expected = Math.max(5, 2 * Runtime.getRuntime().availableProcessors() + 1);

        try (ConfigurableApplicationContext context = start("other", "jdbc:h2:mem:pool_size")) {
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(expected);
            assertThat(pool.getConnectionTimeout()).isEqualTo(5000);
        }
        try (ConfigurableApplicationContext context =
                start("other", "jdbc:h2:mem:pool_size", "spring.datasource.hikari.maximum-pool-size=7")) {
            assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize())
                    .isEqualTo(7);
        }
    }

    private static String setting(JdbcClient sql, String name) {
        return sql.sql("show " + name).query(String.class).single();
    }

    private static ConfigurableApplicationContext start(String profile, String url, String... more) {
        return new SpringApplicationBuilder(DataOnly.class)
                .web(WebApplicationType.NONE)
                .profiles(profile)
                .properties(more)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + PostgreSQL.USER,
                        "--spring.datasource.password=" + PostgreSQL.USER);
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        LiquibaseAutoConfiguration.class
    })
    @Import(Database.class)
    static class DataOnly {}
}
