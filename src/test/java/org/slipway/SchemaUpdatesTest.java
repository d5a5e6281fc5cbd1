package org.slipway;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Several nodes start at once on one PostgreSQL, and one of them may have been killed before. */
class SchemaUpdatesTest {

    /** By which the history that every release writes may be asked; what a newer engine adds is decided on here. */
    private static final List<String> HISTORY_INDEXES = List.of(
            "act_hi_procinst act_idx_hi_pi_pdefid_end_time",
            "act_hi_procinst act_idx_hi_pro_i_buskey",
            "act_hi_procinst act_idx_hi_pro_inst_end",
            "act_hi_procinst act_idx_hi_pro_inst_proc_def_key",
            "act_hi_procinst act_idx_hi_pro_inst_proc_time",
            "act_hi_procinst act_idx_hi_pro_inst_rm_time",
            "act_hi_procinst act_idx_hi_pro_inst_root_pi",
            "act_hi_procinst act_idx_hi_pro_rst_pro_inst_id",
            "act_hi_actinst act_idx_hi_act_inst_rm_time",
            "act_hi_actinst act_idx_hi_actinst_root_pi",
            "act_hi_actinst process_steps_by_definition",
            "act_hi_actinst process_steps_by_instance",
            "act_hi_taskinst act_idx_hi_task_inst_rm_time",
            "act_hi_taskinst act_idx_hi_taskinst_procinst",
            "act_hi_taskinst act_idx_hi_taskinst_root_pi",
            "act_hi_varinst act_idx_hi_procvar_proc_inst",
            "act_hi_varinst act_idx_hi_varinst_rm_time",
            "act_hi_varinst act_idx_hi_varinst_root_pi",
            "act_hi_detail act_idx_hi_detail_proc_inst",
            "act_hi_detail act_idx_hi_detail_rm_time",
            "act_hi_detail act_idx_hi_detail_root_pi",
            "act_hi_detail act_idx_hi_detail_task_id",
            "act_hi_identitylink act_idx_hi_ident_link_rm_time",
            "act_hi_identitylink act_idx_hi_ident_link_task",
            "act_hi_identitylink act_idx_hi_ident_lnk_root_pi",
            "act_hi_identitylink act_idx_hi_ident_lnk_user",
            "act_hi_op_log act_idx_hi_op_log_procinst",
            "act_hi_op_log act_idx_hi_op_log_rm_time",
            "act_hi_op_log act_idx_hi_op_log_root_pi",
            "act_hi_op_log act_idx_hi_op_log_task",
            "act_hi_op_log act_idx_hi_op_log_timestamp",
            "act_hi_op_log act_idx_hi_op_log_user_id",
            "act_hi_decinst act_idx_hi_dec_inst_act",
            "act_hi_decinst act_idx_hi_dec_inst_act_inst",
            "act_hi_decinst act_idx_hi_dec_inst_id",
            "act_hi_decinst act_idx_hi_dec_inst_key",
            "act_hi_decinst act_idx_hi_dec_inst_pi",
            "act_hi_decinst act_idx_hi_dec_inst_rm_time",
            "act_hi_decinst act_idx_hi_dec_inst_root_id",
            "act_hi_decinst act_idx_hi_dec_inst_root_pi",
            "act_hi_decinst act_idx_hi_dec_inst_time",
            "act_hi_dec_in act_idx_hi_dec_in_inst",
            "act_hi_dec_in act_idx_hi_dec_in_rm_time",
            "act_hi_dec_in act_idx_hi_dec_in_root_pi",
            "act_hi_dec_out act_idx_hi_dec_out_inst",
            "act_hi_dec_out act_idx_hi_dec_out_rm_time",
            "act_hi_dec_out act_idx_hi_dec_out_root_pi");

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
        assertThat(JdbcClient.create(database)
                        .sql("select tablename || ' ' || indexname from pg_indexes where tablename in ("
                                + " 'act_hi_procinst', 'act_hi_actinst', 'act_hi_taskinst', 'act_hi_varinst',"
                                + " 'act_hi_detail', 'act_hi_identitylink', 'act_hi_op_log', 'act_hi_decinst',"
                                + " 'act_hi_dec_in', 'act_hi_dec_out')"
                                + " and not exists (select 1 from pg_constraint c where c.conname = indexname)")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(HISTORY_INDEXES);
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
        sql.sql("drop table if exists databasechangeloglock").update();

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

    @Test
    void laysInOneGoWhatLiquibaseWouldMakeStepByStep() throws Exception {
        DriverManagerDataSource laid = emptyH2("laid");
        DriverManagerDataSource made = emptyH2("made");

        new Node(laid).update();
        new Node(made, new WithoutSnapshot()).update();

        assertThat(rows(laid, "select distinct deployment_id from databasechangelog"))
                .containsExactly(List.of("snapshot"));
        assertThat(rows(made, "select distinct deployment_id from databasechangelog"))
                .doesNotContain(List.of("snapshot"));
        for (String question : List.of(
                "select id, author, filename, exectype, md5sum, description, comments, contexts, labels"
                        + " from databasechangelog order by orderexecuted",
                "select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default,"
                        + " generation_expression from information_schema.columns where table_schema = 'PUBLIC'"
                        + " and table_name <> 'DATABASECHANGELOGLOCK' order by table_name, column_name",
                "select i.table_name, i.index_type_name, c.column_name, c.ordinal_position"
                        + " from information_schema.indexes i join information_schema.index_columns c"
                        + " on c.index_name = i.index_name where i.table_name <> 'DATABASECHANGELOGLOCK'"
                        + " order by 1, 2, 3, 4",
                "select table_name, constraint_type, count(*) from information_schema.table_constraints"
                        + " where table_name <> 'DATABASECHANGELOGLOCK' group by table_name, constraint_type order by 1, 2",
                "select table_name, row_count_estimate from information_schema.tables where table_schema = 'PUBLIC'"
                        + " and table_name <> 'DATABASECHANGELOGLOCK' order by 1")) {
            assertThat(rows(laid, question)).as(question).isNotEmpty().isEqualTo(rows(made, question));
        }
    }

    private static Stream<DriverManagerDataSource> databasesToBeMarked() {
        return Stream.of(freshDatabase("marked"), emptyH2("marked"));
    }

    private static DriverManagerDataSource emptyH2(String name) {
        return new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    private static List<List<Object>> rows(DriverManagerDataSource database, String query) {
        return JdbcClient.create(database).sql(query).query().listOfRows().stream()
                .<List<Object>>map(row -> new ArrayList<>(row.values()))
                .toList();
    }

    private static DriverManagerDataSource freshDatabase(String name) {
        return new DriverManagerDataSource(PostgreSQL.freshDatabase(name), PostgreSQL.USER, PostgreSQL.USER);
    }

    private static long count(DriverManagerDataSource database, String query) {
        return JdbcClient.create(database).sql(query).query(Long.class).single();
    }

    /** What a node does before anything else, with connections of its own. */
    private record Node(DriverManagerDataSource database, ResourceLoader files) {

        Node(DriverManagerDataSource database) {
            this(database, new DefaultResourceLoader());
        }

        void update() throws Exception {
            SchemaUpdates updates = new SchemaUpdates();
            updates.setDataSource(database);
            updates.setResourceLoader(files);
            updates.setChangeLog("classpath:db/changelog/master.yaml");
            updates.afterPropertiesSet();
        }
    }

    /** An application whose build has made no snapshot of the schema. */
    private static class WithoutSnapshot extends DefaultResourceLoader {

        @Override
        public Resource getResource(String location) {
            return super.getResource(location.contains("snapshot") ? "classpath:missing" : location);
        }
    }
}
