package org.slipway.process.task;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.People;
import org.slipway.planning.Activities;
import org.slipway.planning.Activity;
import org.slipway.process.ForModels;
import org.slipway.release.Releases;
import org.springframework.stereotype.Component;

/** To whom models offer their tasks; asked when a task comes into being. */
@ForModels
@Component
public class Assignment {

    /** The group that stands behind everything that is stuck, overdue or on hold. */
    public static final String MANAGERS = "release-managers";

    private final Releases releases;
    private final People people;
    private final Activities activities;

    Assignment(Releases releases, People people, Activities activities) {
        this.releases = releases;
        this.people = people;
        this.activities = activities;
    }

    /** The executor group, or a release manager. */
    public List<String> planners(String release) {
        return withManagers(releases.get(release).executorGroup());
    }

    /**
     * One approval is asked of each of these groups. A group stands there as often as it takes to come to the quorum: where
     * the managers are the approvers, two of them have to approve.
     */
    public List<String> approverGroups(String release, boolean managersToo, int quorum) {
        String approvers = releases.get(release).approverGroup();
        List<String> asked = new ArrayList<>(managersToo ? withManagers(approvers) : List.of(approvers));
        int different = asked.size();
        while (asked.size() < quorum) {
            asked.add(asked.get(asked.size() % different));
        }
        return asked;
    }

    /** As models asked that did not tell their quorum: where managers approve too, it may be two. */
    public List<String> approverGroups(String release, boolean managersToo) {
        return approverGroups(release, managersToo, managersToo ? 2 : 1);
    }

    /** None when the requester is no longer known. */
    public @Nullable String requester(String release) {
        String requester = releases.get(release).requester();
        return people.find(requester).isPresent() ? requester : null;
    }

    /** The release managers stand in for a requester who is no longer known; nobody while he is. */
    public List<String> requesterSubstitutes(String release) {
        return requester(release) == null ? managers() : List.of();
    }

    public List<String> executors(String release) {
        return List.of(releases.get(release).executorGroup());
    }

    public List<String> homologators(String release) {
        return List.of(releases.get(release).approverGroup());
    }

    public List<String> managers() {
        return List.of(MANAGERS);
    }

    public @Nullable String activityAssignee(String activity) {
        return activity(activity).assignee();
    }

    /** Nobody else while the activity is planned for one person. */
    public List<String> activityGroups(String activity) {
        Activity planned = activity(activity);
        return planned.assignee() == null ? List.of(planned.group()) : List.of();
    }

    private Activity activity(String id) {
        return activities.get(UUID.fromString(id));
    }

    private static List<String> withManagers(String group) {
        return group.equals(MANAGERS) ? List.of(group) : List.of(group, MANAGERS);
    }
}
