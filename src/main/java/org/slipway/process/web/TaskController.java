package org.slipway.process.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.process.task.Tasks;
import org.slipway.release.CurrentTask;
import org.slipway.shared.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class TaskController {

    /** With whom a task is shared: one of the two, or both. */
    record Share(@Nullable String user, @Nullable String group) {}

    /** What completing a task has led to. */
    record Completion(String release, List<CurrentTask> currentTasks) {}

    private final Tasks tasks;

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/tasks")
    Slice<CurrentTask> mine(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return tasks.mine(after, limit);
    }

    @GetMapping("/releases/{number}/tasks")
    Slice<CurrentTask> ofRelease(@PathVariable String number) {
        return new Slice<>(tasks.of(number), null);
    }

    @GetMapping("/tasks/{id}")
    Tasks.TaskView get(@PathVariable String id) {
        return tasks.get(id);
    }

    @PostMapping("/tasks/{id}/claim")
    Tasks.TaskView claim(@PathVariable String id) {
        tasks.claim(id);
        return tasks.get(id);
    }

    @DeleteMapping("/tasks/{id}/claim")
    Tasks.TaskView unclaim(@PathVariable String id) {
        tasks.unclaim(id);
        return tasks.get(id);
    }

    @PostMapping("/tasks/{id}/completion")
    Completion complete(@PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> answers) {
        String release = tasks.complete(id, answers == null ? Map.of() : answers);
        return new Completion(release, tasks.next(release));
    }

    @PutMapping("/tasks/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String id, @RequestBody Map<String, Object> answers) {
        tasks.keep(id, answers);
    }

    @PostMapping("/tasks/{id}/delegation")
    Tasks.TaskView share(@PathVariable String id, @RequestBody Share share) {
        tasks.share(id, share.user(), share.group());
        return tasks.get(id);
    }
}
