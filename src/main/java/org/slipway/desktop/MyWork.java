package org.slipway.desktop;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.release.CurrentTask;
import org.slipway.release.WaitingTasks;
import org.slipway.reporting.FoundRelease;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.reporting.ReleaseSearch;
import org.slipway.shared.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person begins: what he must do now, then what he has to do with. */
@Controller
class MyWork {

    private static final int TASKS = 50;

    /** A task and the release it belongs to. */
    public record Waiting(CurrentTask task, @Nullable FoundRelease release) {}

    private final WaitingTasks waiting;
    private final ReleaseSearch search;
    private final ReleaseLines lines;

    MyWork(WaitingTasks waiting, ReleaseSearch search, ReleaseLines lines) {
        this.waiting = waiting;
        this.search = search;
        this.lines = lines;
    }

    @GetMapping("/")
    String show(@RequestParam(required = false) @Nullable String after, Model page) {
        Slice<CurrentTask> tasks = waiting.mine(after, TASKS);
        page.addAttribute("tasks", withReleases(tasks.items()));
        page.addAttribute("next", tasks.next());
        page.addAttribute("groups", lines.groups());
        return "desktop/work";
    }

    /** A short list that the page asks for by itself, once it is shown. */
    @GetMapping("/my-releases")
    String releases(@Valid ReleaseQuestion question, Model part) {
        part.addAttribute("question", question);
        part.addAttribute("found", search.find(question));
        return "desktop/work :: releases";
    }

    private List<Waiting> withReleases(List<CurrentTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, FoundRelease> releases =
                search.named(tasks.stream().map(CurrentTask::release).distinct().toList()).stream()
                        .collect(Collectors.toMap(FoundRelease::number, Function.identity()));
        return tasks.stream()
                .map(task -> new Waiting(task, releases.get(task.release())))
                .toList();
    }
}
