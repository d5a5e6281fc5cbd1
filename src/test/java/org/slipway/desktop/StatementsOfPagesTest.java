package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.slipway.support.StatementLog;
import org.slipway.support.StatementLog.Stage;
import org.slipway.support.WatchedDatabase;
import org.springframework.context.annotation.Import;

/** What a page asks of the database after the login, the same however many rows it shows. */
@SlipwayTest
@OnBothDatabases
@Import(WatchedDatabase.class)
class StatementsOfPagesTest {

    private final SlipwayClient slipway;
    private final StatementLog log;
    private final MovableClock clock;

    StatementsOfPagesTest(SlipwayClient slipway, StatementLog log, MovableClock clock) {
        this.slipway = slipway;
        this.log = log;
        this.clock = clock;
    }

    /** The frame takes two: the name of the person and the applications that are open to him. */
    @ParameterizedTest
    @CsvSource({
        // Whether they are many, tasks, their releases, groups.
        "/, 6",
        // Releases, their tasks, which of them he follows, people, groups, columns.
        "/releases, 8",
        "/board, 8",
        "/calendar, 6",
        "/insights, 13",
        "/cmdb, 4",
        "/portfolio, 4",
    })
    void isTheSameForOneRowAndForMany(String page, int most) {
        // What is remembered for some seconds is remembered for all of it.
        clock.stopAt(Instant.now());
        ReleaseStory.registered(slipway);
        int few = statements(page);
        for (int i = 0; i < 5; i++) {
            ReleaseStory.registered(slipway);
        }

        int many = statements(page);

        assertThat(many).as(log.byText()).isEqualTo(few).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/js/desktop.js", "/css/desktop.css", "/webjars/htmx.org/dist/htmx.min.js", "/favicon.svg"})
    void areDrawnWithWhatAsksForNeitherSessionsNorPeople(String script) {
        statements(script);

        assertThat(log.of(script, Stage.values()).statements()).as(log.byText()).isZero();
    }

    /** The page of one release, and what its tabs ask for, whatever belongs to it. */
    @Test
    void isTheSameForAReleaseWithMuchThatBelongsToIt() {
        clock.stopAt(Instant.now());
        ReleaseStory release = ReleaseStory.registered(slipway);
        String record = "/releases/" + release.number();
        List<String> pages = List.of(
                record,
                record + "/edit",
                "/releases/new",
                "/board?release=" + release.number(),
                "/api" + record,
                "/api" + record + "/activities",
                "/api" + record + "/links/changes",
                "/api" + record + "/history");
        belongTo(release, 1);
        Map<String, Integer> few = new LinkedHashMap<>();
        pages.forEach(page -> few.put(page, statements(page)));
        belongTo(release, 12);

        Map<String, Integer> many = new LinkedHashMap<>();
        pages.forEach(page -> many.put(page, statements(page)));

        assertThat(many).as(log.byText()).isEqualTo(few);
        assertThat(many.values()).allMatch(statements -> statements <= 20);
        int tasks = statements("operator", "/api/tasks?limit=200");
        assertThat(tasks).as(log.byText()).isEqualTo(statements("operator", "/api/tasks?limit=1"));
        assertThat(tasks).as(log.byText()).isLessThanOrEqualTo(3);
    }

    private void belongTo(ReleaseStory release, int times) {
        for (int i = 0; i < times; i++) {
            release.post("manager", "links/changes", Map.of("number", ReleaseStory.change(slipway)))
                    .expect(201);
            release.post(
                            "manager",
                            "activities",
                            Map.of(
                                    "title",
                                    "Copy tables",
                                    "group",
                                    "operations",
                                    "due",
                                    Instant.now().plusSeconds(10_800).toString(),
                                    "estimatedMinutes",
                                    60))
                    .expect(201);
        }
    }

    private int statements(String page) {
        return statements("manager", page);
    }

    private int statements(String person, String page) {
        SlipwayClient browser =
                slipway.as(person).with("Accept", page.startsWith("/api/") ? "application/json" : "text/html");
        browser.get(page).expect(200);
        log.clear();
        log.begin(page, Stage.AUTHENTICATION);
        browser.get(page).expect(200);
        log.end();
        return log.of(page, Stage.WORK).statements();
    }
}
