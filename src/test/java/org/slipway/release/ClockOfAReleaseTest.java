package org.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** One definition of term, deadline, elapsed time and delay: working time, standing still while suspended. */
@SlipwayTest
@OnBothDatabases
class ClockOfAReleaseTest {

    private final SlipwayClient slipway;
    private final MovableClock clock;
    private final ManagementService jobs;

    ClockOfAReleaseTest(SlipwayClient slipway, MovableClock clock, ManagementService jobs) {
        this.slipway = slipway;
        this.clock = clock;
        this.jobs = jobs;
    }

    @Test
    void countsElapsedTermAndDelayInOneMeasure() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        long term = release.record().path("termMinutes").asLong();
        clock.advance(Duration.ofHours(30));
        JsonNode record = release.record();
        long delay = record.path("delayMinutes").asLong();
        assertThat(delay).isPositive();
        assertThat(record.path("elapsedMinutes").asLong() - term).isBetween(delay - 1, delay + 1);
    }

    @Test
    void standsStillWhileSuspendedAndMovesEveryDueDateAfterwards() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        Instant deadline = Instant.parse(release.record().path("deadline").asText());
        Instant due = due(release);
        clock.advance(Duration.ofHours(1));
        release.suspended();
        long elapsed = release.record().path("elapsedMinutes").asLong();
        clock.advance(Duration.ofHours(50));
        assertThat(release.record().path("elapsedMinutes").asLong()).isEqualTo(elapsed);
        assertThat(release.record().path("delayMinutes").asLong()).isZero();
        release.reactivated();
        assertThat(Duration.between(
                        deadline,
                        Instant.parse(release.record().path("deadline").asText())))
                .isCloseTo(Duration.ofHours(50), Duration.ofMinutes(1));
        assertThat(Duration.between(due, due(release))).isCloseTo(Duration.ofHours(50), Duration.ofMinutes(1));
        assertThat(release.record().path("delayMinutes").asLong()).isZero();
        assertThat(release.record().path("elapsedMinutes").asLong()).isBetween(elapsed, elapsed + 1);
    }

    @Test
    void keepsTheTimeSpentSuspendedWhenTheWindowMoves() {
        ReleaseStory release = ReleaseStory.registered(slipway).suspended();
        clock.advance(Duration.ofHours(10));
        release.reactivated();
        Instant start = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.DAYS);
        slipway.as("manager")
                .patch(release.path(), Map.of("deployment", ReleaseStory.window(start, Duration.ofHours(4))))
                .expect(200);
        Instant deadline = Instant.parse(release.record().path("deadline").asText());
        assertThat(deadline).isAfter(start.plus(Duration.ofHours(4)));
        clock.advance(Duration.ofDays(10));
        JsonNode record = release.record();
        long delay = record.path("delayMinutes").asLong();
        assertThat(record.path("elapsedMinutes").asLong()
                        - record.path("termMinutes").asLong())
                .isBetween(delay - 1, delay + 1);
    }

    @Test
    void stopsForGoodWhenAReleaseIsCancelled() {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled();
        clock.advance(Duration.ofDays(30));
        assertThat(release.record().path("delayMinutes").asLong()).isZero();
    }

    @Test
    void keepsTimersStillWhileSuspended() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        Instant opening = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.HOURS);
        registration.put("deployment", ReleaseStory.window(opening, Duration.ofHours(8)));
        ReleaseStory release = ReleaseStory.registered(slipway, registration)
                .until("authoriseRelease")
                .authorised();
        assertThat(release.openTasks()).isEmpty();
        Job timer = windowTimer(release);
        release.suspended();
        clock.advance(Duration.ofHours(3));
        assertThat(jobs.createJobQuery()
                        .jobId(timer.getId())
                        .active()
                        .executable()
                        .count())
                .isZero();
        release.reactivated();
        release.post("manager", "early-start", Map.of("reason", "It is open")).expectProblem(409, "window-not-awaited");
        jobs.executeJob(timer.getId());
        assertThat(release.openTasks()).containsExactly("executeRelease");
    }

    /** What people have agreed on stands in their calendars: a release that stood still opens its window all the same. */
    @Test
    void leavesTheDeploymentWindowWhereItWasAgreed() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        Instant opening = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(6, ChronoUnit.HOURS);
        registration.put("deployment", ReleaseStory.window(opening, Duration.ofHours(8)));
        ReleaseStory waiting = ReleaseStory.registered(slipway, registration).until("authoriseRelease");
        waiting.suspended();
        clock.advance(Duration.ofHours(3));
        waiting.reactivated();
        assertThat(due(waiting)).isEqualTo(opening);
        waiting.authorised().suspended();
        clock.advance(Duration.ofHours(1));
        waiting.reactivated();
        assertThat(windowTimer(waiting).getDuedate()).isEqualTo(opening);
        assertThat(Instant.parse(waiting.record().path("deadline").asText()))
                .isCloseTo(opening.plus(Duration.ofHours(12)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void isDueByItsDeadlineWhenItsWindowHasOpenedWhileItWasSuspended() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        Instant opening = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.HOURS);
        registration.put("deployment", ReleaseStory.window(opening, Duration.ofHours(8)));
        ReleaseStory release = ReleaseStory.registered(slipway, registration)
                .until("authoriseRelease")
                .suspended();
        clock.advance(Duration.ofHours(3));
        release.reactivated();
        assertThat(due(release))
                .isCloseTo(Instant.parse(release.record().path("deadline").asText()), within(1, ChronoUnit.SECONDS));
        release.authorised();
        assertThat(release.openTasks()).containsExactly("executeRelease");
    }

    @Test
    void startsBeforeItsWindowOnlyByRightAndWithAReason() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        Instant opening = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.HOURS);
        registration.put("deployment", ReleaseStory.window(opening, Duration.ofHours(8)));
        ReleaseStory release = ReleaseStory.registered(slipway, registration)
                .until("authoriseRelease")
                .authorised();
        release.post("operator", "early-start", Map.of("reason", "Ready")).expect(403);
        release.post("manager", "early-start", Map.of("reason", " ")).expect(400);
        release.post("manager", "early-start", Map.of("reason", "Everybody is ready"))
                .expect(200);
        assertThat(release.openTasks()).containsExactly("executeRelease");
    }

    private Job windowTimer(ReleaseStory release) {
        return jobs.createJobQuery().activityId("deploymentWindowOpened").list().stream()
                .filter(job -> release.number().equals(businessKey(job)))
                .findFirst()
                .orElseThrow();
    }

    private String businessKey(Job job) {
        return slipway.as("admin")
                .get("/engine-rest/process-instance/" + job.getProcessInstanceId())
                .json()
                .path("businessKey")
                .asText();
    }

    private static Instant due(ReleaseStory release) {
        return Instant.parse(
                release.record().path("currentTasks").path(0).path("due").asText());
    }
}
