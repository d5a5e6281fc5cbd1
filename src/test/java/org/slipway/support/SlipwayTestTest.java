package org.slipway.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;

@SlipwayTest
@OnBothDatabases
class SlipwayTestTest {

    private final SlipwayClient slipway;
    private final Clock clock;
    private final DataSource database;
    private final ProcessEngine engine;

    SlipwayTestTest(SlipwayClient slipway, Clock clock, DataSource database, ProcessEngine engine) {
        this.slipway = slipway;
        this.clock = clock;
        this.database = database;
        this.engine = engine;
    }

    @Test
    void runsTheApplicationOnTheChosenDatabase() throws SQLException {
        String expected = TestDatabase.isPostgreSql() ? "PostgreSQL" : "H2";

        slipway.get("/actuator/health/readiness").expect(200);
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(expected);
        }
    }

    @Test
    void putsTheMovableClockInPlaceOfTheMachinesOwn() {
        assertThat(clock).isInstanceOf(MovableClock.class);
    }

    @Test
    void leavesTheJobsToTheTests() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.getJobExecutor() != null
                        && configuration.getJobExecutor().isActive())
                .isFalse();
    }
}
