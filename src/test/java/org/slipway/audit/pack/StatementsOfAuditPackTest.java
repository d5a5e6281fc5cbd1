package org.slipway.audit.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.slipway.support.StatementLog;
import org.slipway.support.WatchedDatabase;
import org.springframework.context.annotation.Import;

/** What a pack asks of the database after the login, the same however much there is to tell. */
@SlipwayTest
@OnBothDatabases
@Import(WatchedDatabase.class)
class StatementsOfAuditPackTest {

    private static final int MOST = 65;

    private final SlipwayClient slipway;
    private final StatementLog log;
    private final MovableClock clock;

    StatementsOfAuditPackTest(SlipwayClient slipway, StatementLog log, MovableClock clock) {
        this.slipway = slipway;
        this.log = log;
        this.clock = clock;
    }

    @Test
    void areTheSameForOneItemAndForMany() {
        // What is remembered for some seconds is remembered for all of it.
        clock.stopAt(Instant.now());
        ReleaseStory few = registered(1);
        ReleaseStory many = registered(6);
        // That either was read is noted once, and sealed with the next pack.
        statements(few);
        statements(many);
        statements(few);

        int asked = statements(few);

        assertThat(statements(many)).as(log.byText()).isEqualTo(asked).isLessThanOrEqualTo(MOST);
    }

    private ReleaseStory registered(int items) {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            String item = "statements-" + items + "-" + i;
            slipway.as("operator")
                    .post("/api/configuration-items", Map.of("key", item))
                    .expect(201);
            changes.add(ReleaseStory.change(slipway, item));
        }
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("changes", changes);
        return ReleaseStory.registered(slipway, registration).planned();
    }

    private int statements(ReleaseStory release) {
        log.clear();
        log.begin("pack", StatementLog.Stage.AUTHENTICATION);
        slipway.as("auditor").get(release.path() + "/audit-pack").expect(200);
        log.end();
        return log.of("pack", StatementLog.Stage.WORK, StatementLog.Stage.ANSWER)
                .statements();
    }
}
