package org.slipway.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Phase;
import org.slipway.shared.Slice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The planned work of a release over HTTP. */
@RestController
@RequestMapping("/api/releases/{number}/activities")
class ActivityController {

    private final Activities activities;
    private final ObjectProvider<ActivityWork> work;

    ActivityController(Activities activities, ObjectProvider<ActivityWork> work) {
        this.activities = activities;
        this.work = work;
    }

    @GetMapping
    Slice<ActivityRecord> list(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Activity> page = activities.list(number, after, limit);
        boolean anyOpen = page.items().stream().anyMatch(Activity::isOpen);
        Map<UUID, ActivityWork.Work> open = anyOpen ? open(number) : Map.of();
        return new Slice<>(
                page.items().stream()
                        .map(activity -> ActivityRecord.of(activity, open.get(activity.id())))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    ActivityRecord get(@PathVariable String number, @PathVariable UUID id) {
        Activity activity = activities.get(number, id);
        return ActivityRecord.of(activity, activity.isOpen() ? open(number).get(id) : null);
    }

    @PostMapping
    ResponseEntity<ActivityRecord> plan(@PathVariable String number, @Valid @RequestBody PlanActivity wanted) {
        Activity activity = activities.plan(number, wanted);
        return ResponseEntity.created(URI.create("/api/releases/" + number + "/activities/" + activity.id()))
                .body(ActivityRecord.of(activity, null));
    }

    private Map<UUID, ActivityWork.Work> open(String release) {
        ActivityWork known = work.getIfAvailable();
        return known == null ? Map.of() : known.open(release);
    }

    /**
     * @param assignee who has claimed it, else who was named when it was planned
     * @param task     id of the task that it is while it is open
     */
    record ActivityRecord(
            UUID id,
            String title,
            @Nullable String description,
            String group,
            @Nullable String assignee,
            Instant due,
            int estimatedMinutes,
            Phase phase,
            int cycle,
            ActivityState state,
            String createdBy,
            Instant createdAt,
            @Nullable String finishedBy,
            @Nullable Instant finishedAt,
            @Nullable Integer minutesSpent,
            @Nullable String executionRecord,
            @Nullable String task) {

        static ActivityRecord of(Activity from, ActivityWork.@Nullable Work work) {
            String claimedBy = work == null ? null : work.person();
            return new ActivityRecord(
                    from.id(),
                    from.title(),
                    from.description(),
                    from.group(),
                    claimedBy == null ? from.assignee() : claimedBy,
                    from.due(),
                    from.estimatedMinutes(),
                    from.phase(),
                    from.cycle(),
                    claimedBy == null ? from.state() : ActivityState.DOING,
                    from.createdBy(),
                    from.createdAt(),
                    from.finishedBy(),
                    from.finishedAt(),
                    from.minutesSpent(),
                    from.executionRecord(),
                    work == null ? null : work.task());
        }
    }
}
