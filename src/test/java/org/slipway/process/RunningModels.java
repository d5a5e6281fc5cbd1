package org.slipway.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slipway.support.MovableClock;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.springframework.context.annotation.Lazy;

/** What runs in the engine for a release, and what time does to it. Lazy, as {@link SlipwayClient} is. */
@Lazy
public class RunningModels {

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final MovableClock clock;
    private final SlipwayClient slipway;

    RunningModels(RuntimeService runtime, ManagementService jobs, MovableClock clock, SlipwayClient slipway) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.clock = clock;
        this.slipway = slipway;
    }

    /** The one instance of a model that runs for the release. */
    public ProcessInstance of(ReleaseStory release, String model) {
        ProcessInstance only = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(release.number())
                .processDefinitionKey(model)
                .singleResult();
        if (only == null) {
            throw new AssertionError("No " + model + " runs for " + release.number());
        }
        return only;
    }

    /** Lets the time come at which a timer event is due, and fires it as the engine would. */
    public void timeComes(ReleaseStory release, String timer) {
        Job job = timer(release, timer);
        clock.stopAt(job.getDuedate().toInstant());
        jobs.executeJob(job.getId());
    }

    public Instant due(ReleaseStory release, String timer) {
        return timer(release, timer).getDuedate().toInstant();
    }

    /** The groups that an open task is offered to. */
    public List<String> offeredTo(ReleaseStory release, String task) {
        List<String> groups = new ArrayList<>();
        for (JsonNode open : release.record().path("currentTasks")) {
            if (open.path("definitionKey").asText().equals(task)) {
                open.path("candidateGroups").forEach(group -> groups.add(group.asText()));
            }
        }
        return groups;
    }

    /** The tasks that the occurrences of a category tell of, oldest first. */
    public List<String> occurrences(ReleaseStory release, String category) {
        List<String> tasks = new ArrayList<>();
        for (JsonNode line : slipway.as("auditor")
                .get(release.path() + "/history")
                .expect(200)
                .json()
                .path("items")) {
            if (line.path("category").asText().equals(category)) {
                tasks.add(line.path("task").asText());
            }
        }
        return tasks;
    }

    private Job timer(ReleaseStory release, String timer) {
        return jobs.createJobQuery().activityId(timer).timers().list().stream()
                .filter(job -> runtime.createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .processInstanceBusinessKey(release.number())
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer " + timer + " for " + release.number()));
    }
}
