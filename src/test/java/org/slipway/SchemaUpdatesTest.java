package org.slipway;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slipway.support.PostgreSQL;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Several nodes start at once on one PostgreSQL, and one of them may have been killed before. */
class SchemaUpdatesTest {

    @Test
    void letsSeveralNodesStartAtOnceOnAnEmptyDatabase() throws Exception {
        DriverManagerDataSource database = freshDatabase("several_nodes");
        CyclicBarrier together = new CyclicBarrier(3);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> starts = Stream.of(1, 2, 3)
                    .<Future<?>>map(node -> nodes.submit(() -> {
                        together.await();
                        new Node(database).update();
                        return node;
                    }))
                    .toList();

            for (Future<?> start : starts) {
                assertThatCode(() -> start.get(3, MINUTES)).doesNotThrowAnyException();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(count(database, "select count(*) from act_ge_schema_log")).isPositive();
        assertThat(count(database, "select count(*) from access_right")).isPositive();
        assertThat(count(
                        database,
                        "select count(*) from (select id from databasechangelog group by id, author, filename"
                                + " having count(*) > 1) twice"))
                .isZero();
    }

    @Test
    void takesNoNoticeOfALockThatAKilledNodeLeftBehind() throws Exception {
        DriverManagerDataSource database = freshDatabase("killed_node");
        new Node(database).update();
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'killed'")
                .update();
        sql.sql("drop table spring_session_attributes").update();
        sql.sql("delete from databasechangelog where id = 'session-2'").update();

        new Node(database).update();

        assertThat(count(database, "select count(*) from spring_session_attributes"))
                .isZero();
        assertThat(count(database, "select count(*) from databasechangeloglock where locked"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databasesToBeMarked")
    void asksNoMoreThanTheMarkOfADatabaseThatIsUpToDate(DriverManagerDataSource database) throws Exception {
        JdbcClient sql = JdbcClient.create(database);
        new Node(database).update();
        sql.sql("drop table databasechangeloglock").update();

        new Node(database).update();
        assertThatThrownBy(() -> count(database, "select count(*) from databasechangeloglock"))
                .as("Liquibase makes its tables wherever it is let run")
                .isInstanceOf(BadSqlGrammarException.class);

        sql.sql("update databasechangelog set tag = 'of another version' where tag is not null")
                .update();
        new Node(database).update();
        assertThat(count(database, "select count(*) from databasechangeloglock"))
                .isEqualTo(1);
    }

    private static Stream<DriverManagerDataSource> databasesToBeMarked() {
        return Stream.of(
                freshDatabase("marked"), new DriverManagerDataSource("jdbc:h2:mem:marked;DB_CLOSE_DELAY=-1", "sa", ""));
    }

    private static DriverManagerDataSource freshDatabase(String name) {
        return new DriverManagerDataSource(PostgreSQL.freshDatabase(name), PostgreSQL.USER, PostgreSQL.USER);
    }

    private static long count(DriverManagerDataSource database, String query) {
        return JdbcClient.create(database).sql(query).query(Long.class).single();
    }

    /** What a node does before anything else, with connections of its own. */
    private record Node(DriverManagerDataSource database) {
        void update() throws Exception {
            SchemaUpdates updates = new SchemaUpdates();
            updates.setDataSource(database);
            updates.setResourceLoader(new DefaultResourceLoader());
            updates.setChangeLog("classpath:db/changelog/master.yaml");
            updates.afterPropertiesSet();
        }
    }
}
