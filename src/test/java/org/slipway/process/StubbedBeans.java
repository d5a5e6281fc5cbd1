package org.slipway.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the expressions of the models may call, answered without a database. Public, or the engine cannot call it. */
public final class StubbedBeans {

    private static final Date NEXT_YEAR = Date.from(Instant.now().plus(Duration.ofDays(365)));

    static final Map<String, Object> BY_NAME = Map.of(
            "assignment", new Assignment(), "due", new Due(), "backoutPlan", new BackoutPlan(), "phases", new Phases());

    private StubbedBeans() {}

    public static final class Assignment {
        public String requester(String release) {
            return "requester";
        }

        public Collection<String> requesterSubstitutes(String release) {
            return List.of("requesters");
        }

        public Collection<String> planners(String release) {
            return List.of("operations", "release-managers");
        }

        public Collection<String> approverGroups(String release, boolean managersToo, int quorum) {
            return managersToo ? List.of("approvers", "release-managers") : List.of("approvers");
        }

        public Collection<String> executors(String release) {
            return List.of("operations");
        }

        public Collection<String> homologators(String release) {
            return List.of("approvers");
        }

        public Collection<String> managers() {
            return List.of("release-managers");
        }

        public String activityAssignee(String activity) {
            return "of " + activity;
        }

        public Collection<String> activityGroups(String activity) {
            return List.of("operations");
        }
    }

    public static final class Due {
        public Date planning(String release) {
            return NEXT_YEAR;
        }

        public Date approval(String release) {
            return NEXT_YEAR;
        }

        public Date authorisation(String release) {
            return NEXT_YEAR;
        }

        public Date windowOpening(String release) {
            return NEXT_YEAR;
        }

        public Date deployment(String release) {
            return NEXT_YEAR;
        }

        public Date closing(String release) {
            return NEXT_YEAR;
        }

        public Date backOut(String release) {
            return NEXT_YEAR;
        }

        public Date suspension(String release) {
            return NEXT_YEAR;
        }

        public Date activity(String activity) {
            return NEXT_YEAR;
        }
    }

    public static final class Phases {
        public String process(String flow) {
            return flow.substring(0, flow.indexOf(':'));
        }

        public int version(String flow) {
            return Integer.parseInt(flow.substring(flow.indexOf(':') + 1));
        }
    }

    public static final class BackoutPlan {
        public Collection<String> openSteps(String release) {
            return WalkedRelease.of(release).openSteps;
        }

        public @Nullable String nextStep(String release) {
            return openSteps(release).stream().findFirst().orElse(null);
        }
    }
}
