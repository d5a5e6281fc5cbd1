package org.slipway.demo;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.checklist.Checklists;
import org.slipway.planning.Activities;
import org.slipway.planning.PlanActivity;
import org.slipway.planning.Roles;
import org.slipway.process.task.Tasks;
import org.slipway.release.CurrentTask;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseCommands;
import org.slipway.release.Reopening;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people can do with a release; all of it under the rules that hold for everybody. */
@Component
@Profile("demo")
class Stage {

    private static final int MOST_TASKS = 200;

    /** Stands for the date of today in an answer. */
    private static final String TODAY = "today";

    private final Tasks tasks;
    private final ReleaseCommands commands;
    private final Activities activities;
    private final Roles roles;
    private final Checklists checklists;
    private final Clock clock;

    Stage(
            Tasks tasks,
            ReleaseCommands commands,
            Activities activities,
            Roles roles,
            Checklists checklists,
            Clock clock) {
        this.tasks = tasks;
        this.commands = commands;
        this.activities = activities;
        this.roles = roles;
        this.checklists = checklists;
        this.clock = clock;
    }

    void complete(String release, String task, Map<String, Object> given) {
        Map<String, Object> answers = new HashMap<>(given);
        answers.replaceAll((question, answer) ->
                TODAY.equals(answer) ? Moments.of(clock).today().toString() : answer);
        tasks.complete(mine(release, task).id(), answers);
    }

    void claim(String release, String task) {
        tasks.claim(mine(release, task).id());
    }

    void plan(String release, Act.Work work) {
        activities.plan(
                release,
                new PlanActivity(
                        work.title(),
                        work.description(),
                        null,
                        null,
                        Moments.of(clock).after(work.due()),
                        work.estimatedMinutes()));
    }

    void giveRole(String release, Act.Holder holder) {
        roles.add(release, holder.person(), holder.role());
    }

    void answer(String release, Act.Sheet sheet) {
        UUID id = checklists.attach(release, sheet.questionnaire()).checklist().id();
        checklists.answer(release, id, sheet.answers(), null);
        if (sheet.confirmed()) {
            checklists.confirm(release, id, null);
        }
    }

    void startEarly(String release, String reason) {
        commands.startEarly(release, reason);
    }

    void suspend(String release, String justification, @Nullable String note) {
        commands.suspend(release, justification, note);
    }

    void cancel(String release, String reason) {
        commands.cancel(release, reason);
    }

    void reopen(String release, String justification, @Nullable String note) {
        commands.reopen(release, new Reopening(justification, note, Phase.DEPLOYMENT, null, null));
    }

    /** The task as the person finds it in his list. */
    private CurrentTask mine(String release, String task) {
        return tasks.mine(null, MOST_TASKS).items().stream()
                .filter(each ->
                        each.release().equals(release) && each.definitionKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no task " + task + " of " + release + " is offered"));
    }
}
