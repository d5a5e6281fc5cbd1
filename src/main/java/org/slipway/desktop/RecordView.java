package org.slipway.desktop;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Directory;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.portfolio.ReleaseModel;
import org.slipway.portfolio.ReleaseModels;
import org.slipway.release.CurrentTask;
import org.slipway.release.Followers;
import org.slipway.release.LegalHold;
import org.slipway.release.Occurrences;
import org.slipway.release.ReleaseRecord;
import org.slipway.release.ReleaseRecords;
import org.slipway.release.Releases;
import org.slipway.release.TaskRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page of one release shows, all of one moment. */
@Component
class RecordView {

    /** Actions that have a button of their own, in this order; the others stand in the menu beside them. */
    private static final List<String> FRONT = List.of("REACTIVATE", "REOPEN", "START_EARLY", "SUSPEND");

    /** @param mine whether it waits for the reader: assigned to him, or not yet assigned and offered to him */
    public record OpenTask(CurrentTask task, boolean mine) {}

    /**
     * @param model  the name of its model
     * @param names  of everybody who has to do with it, by id
     * @param flow   the id of the lifecycle that runs for it
     * @param pack   whether the reader may fetch its audit pack
     */
    public record Shown(
            ReleaseRecord release,
            String model,
            LifecycleLine line,
            List<OpenTask> tasks,
            List<String> front,
            List<String> menu,
            List<String> followers,
            Map<String, String> names,
            @Nullable String flow,
            boolean pack) {

        /** What somebody is called; nobody is called nothing. */
        public @Nullable String name(@Nullable String person) {
            return person == null ? null : names.getOrDefault(person, person);
        }
    }

    private final ReleaseRecords records;
    private final Releases releases;
    private final ReleaseModels models;
    private final Occurrences occurrences;
    private final Followers followers;
    private final Directory directory;
    private final Rights rights;
    private final TaskRights taskRights;
    private final CurrentUser currentUser;

    RecordView(
            ReleaseRecords records,
            Releases releases,
            ReleaseModels models,
            Occurrences occurrences,
            Followers followers,
            Directory directory,
            Rights rights,
            TaskRights taskRights,
            CurrentUser currentUser) {
        this.records = records;
        this.releases = releases;
        this.models = models;
        this.occurrences = occurrences;
        this.followers = followers;
        this.directory = directory;
        this.rights = rights;
        this.taskRights = taskRights;
        this.currentUser = currentUser;
    }

    @Transactional(readOnly = true)
    public Shown of(String number) {
        ReleaseRecord release = records.of(number);
        List<String> following = followers.of(number);
        LifecycleLine line = LifecycleLine.of(release, occurrences.moves(number));
        Map<String, String> names = directory.names(people(release, line, following));
        return new Shown(
                release,
                models.find(release.model()).map(ReleaseModel::name).orElse(release.model()),
                line,
                release.currentTasks().stream()
                        .map(task -> new OpenTask(task, waitsForReader(task, release, names)))
                        .toList(),
                FRONT.stream().filter(release.actions()::contains).toList(),
                menu(release, following.contains(currentUser.id())),
                following,
                names,
                releases.get(number).progress().processInstance(),
                rights.mayI(Operation.AUDIT, Rights.ANY_MODEL) || rights.mayI(Operation.EDIT, release.model()));
    }

    private static Set<String> people(ReleaseRecord release, LifecycleLine line, List<String> following) {
        Stream<LifecycleLine.Stage> stages = Stream.concat(
                line.stages().stream(), line.earlier().stream().flatMap(cycle -> cycle.stages().stream()));
        return Stream.of(
                        Stream.of(
                                release.requester(), release.registrar(), release.responsible(), release.approvedBy()),
                        release.currentTasks().stream().map(CurrentTask::assignee),
                        stages.map(LifecycleLine.Stage::who),
                        following.stream(),
                        Stream.ofNullable(release.legalHold()).map(LegalHold::by))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<String> menu(ReleaseRecord release, boolean follows) {
        return List.of("ADD_ACTIVITY", "SHARE", "FOLLOW", "UNFOLLOW", "HOLD", "LIFT_HOLD").stream()
                .filter(action -> switch (action) {
                    case "FOLLOW" -> !follows;
                    case "UNFOLLOW" -> follows;
                    default -> release.actions().contains(action);
                })
                .toList();
    }

    private boolean waitsForReader(CurrentTask task, ReleaseRecord release, Map<String, String> names) {
        return !task.suspended() && currentUser.id().equals(task.assignee())
                || taskRights.mayTake(
                        task, release.requester(), !names.containsKey(release.requester()), release.model());
    }
}
