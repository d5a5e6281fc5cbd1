package org.slipway.desktop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.release.CurrentTask;
import org.slipway.release.Followers;
import org.slipway.release.ReleaseActions;
import org.slipway.release.ReleaseActions.Standing;
import org.slipway.release.TaskRights;
import org.slipway.reporting.FoundRelease;
import org.springframework.stereotype.Component;

/** Makes lines of what was found: actions from what is granted and known already, names in one statement per kind. */
@Component
class ReleaseLines {

    /** In this order in every menu. */
    private static final List<String> MENU =
            List.of("REACTIVATE", "START_EARLY", "ADD_ACTIVITY", "SUSPEND", "REOPEN", "SHARE");

    private final ReleaseActions actions;
    private final TaskRights taskRights;
    private final Followers followers;
    private final Directory directory;
    private final CurrentUser currentUser;

    ReleaseLines(
            ReleaseActions actions,
            TaskRights taskRights,
            Followers followers,
            Directory directory,
            CurrentUser currentUser) {
        this.actions = actions;
        this.taskRights = taskRights;
        this.followers = followers;
        this.directory = directory;
        this.currentUser = currentUser;
    }

    /** @param people names of their requesters at least, by id */
    List<ReleaseLine> of(List<FoundRelease> found, Map<String, String> people) {
        Set<String> followed =
                followers.mineAmong(found.stream().map(FoundRelease::number).toList());
        return found.stream()
                .map(release ->
                        line(release, followed.contains(release.number()), !people.containsKey(release.requester())))
                .toList();
    }

    /** Names of the people in these lines and of some others, by id. */
    Map<String, String> people(List<FoundRelease> found, Set<String> others) {
        Set<String> ids = found.stream()
                .flatMap(release -> Stream.concat(
                        Stream.of(release.requester(), release.responsible()), release.sharedWith().stream()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ids.addAll(others);
        return directory.names(ids);
    }

    /** Names of all groups, by id, as a filter offers them. */
    Map<String, String> groups() {
        return directory.groups().stream()
                .collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one, LinkedHashMap::new));
    }

    private ReleaseLine line(FoundRelease release, boolean followed, boolean gone) {
        List<CurrentTask> tasks = release.currentTasks();
        List<String> allowed = actions.of(new Standing(
                release.model(),
                release.status(),
                release.phase(),
                release.cancelling(),
                release.requester(),
                release.registrar(),
                tasks));
        List<String> offered = new ArrayList<>(MENU);
        offered.retainAll(allowed);
        offered.add(followed ? "UNFOLLOW" : "FOLLOW");
        return new ReleaseLine(
                release,
                offered,
                allowed.contains("CANCEL") ? List.of("CANCEL") : List.of(),
                first(tasks, task -> taskRights.mayTake(task, release.requester(), gone, release.model())),
                first(tasks, task -> currentUser.id().equals(task.assignee())));
    }

    private static @Nullable CurrentTask first(List<CurrentTask> tasks, Predicate<CurrentTask> which) {
        return tasks.stream().filter(which).findFirst().orElse(null);
    }
}
