package org.slipway.planning;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Happening;
import org.slipway.release.ModelDemands;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What takes deployments back, step by step. */
@Service
public class BackoutPlans {

    private static final int MOST_STEPS = 100;
    private static final int LONGEST_STEP = 1_000;
    private static final int LONGEST_RECORD = 65_000;

    private final BackoutStepRepository steps;
    private final Releases releases;
    private final Occurrences occurrences;
    private final Planners planners;
    private final ModelDemands demands;
    private final Clock clock;

    BackoutPlans(
            BackoutStepRepository steps,
            Releases releases,
            Occurrences occurrences,
            Planners planners,
            ModelDemands demands,
            Clock clock) {
        this.steps = steps;
        this.releases = releases;
        this.occurrences = occurrences;
        this.planners = planners;
        this.demands = demands;
        this.clock = clock;
    }

    /**
     * Gives the release another plan; the steps of a back-out that is under way go on. Needs to be of the executor
     * group, or the right to plan.
     *
     * @throws WrongState           {@code release-not-active} when the release has ended or is being cancelled
     * @throws BusinessRuleViolated {@code backout-plan-too-long}; {@code mandatory-for-model} for none where the model demands one
     * @throws Malformed            {@code required} for a step without text, {@code text-too-long}
     */
    @Transactional
    public void replace(String release, List<String> descriptions) {
        Release planned = releases.lock(release);
        planners.require(planned);
        if (planned.status().isEnded() || planned.progress().isCancelling()) {
            throw new WrongState("release-not-active", null);
        }
        List<BackoutStep> old = of(release);
        if (old.stream().map(BackoutStep::description).toList().equals(descriptions)) {
            return;
        }
        if (descriptions.isEmpty()) {
            demands.letGoBackoutPlan(planned);
        }
        old.forEach(BackoutStep::replace);
        add(release, descriptions);
        occurrences.record(
                release,
                OccurrenceCategory.UPDATE,
                of(release).stream()
                        .map(step -> step.position() + ". " + step.description())
                        .collect(Collectors.joining("\n", "backoutPlan:\n", "")));
    }

    /** The whole plan in order, done or not. */
    @Transactional(readOnly = true)
    public List<BackoutStep> of(String release) {
        return steps.findByReleaseAndReplacedFalseOrderByPosition(release);
    }

    /** Ids of the steps that are not yet done, in order. */
    @Transactional(readOnly = true)
    public List<UUID> openSteps(String release) {
        return of(release).stream()
                .filter(step -> !step.isDone())
                .map(BackoutStep::id)
                .toList();
    }

    /** Refuses with {@code backout-step-unknown} an id that no step ever had. */
    @Transactional(readOnly = true)
    public BackoutStep step(UUID id) {
        return steps.findById(id).orElseThrow(() -> new Unknown("backout-step-unknown", null, id));
    }

    /**
     * Its task has been completed.
     *
     * @throws WrongState {@code backout-step-done} when it is done already
     * @throws Malformed  {@code text-too-long}
     */
    @Transactional
    public void done(UUID id, String who, @Nullable String executionRecord) {
        if (executionRecord != null && executionRecord.length() > LONGEST_RECORD) {
            throw new Malformed("text-too-long", "executionRecord", LONGEST_RECORD);
        }
        BackoutStep step = step(id);
        Release release = releases.lock(step.release());
        step.finish(who, clock.instant().truncatedTo(ChronoUnit.MICROS), release.cycle(), executionRecord);
        String text = step.position() + ". " + step.description();
        occurrences.record(
                release.number(),
                Happening.inTask(
                        OccurrenceCategory.BACK_OUT,
                        "carryOutBackoutStep",
                        null,
                        executionRecord == null ? text : text + "\n" + executionRecord));
    }

    void add(String release, List<String> descriptions) {
        if (descriptions.size() > MOST_STEPS) {
            throw new BusinessRuleViolated("backout-plan-too-long", "backoutPlan", MOST_STEPS);
        }
        for (int i = 0; i < descriptions.size(); i++) {
            String description = descriptions.get(i).strip();
            String field = "backoutPlan[" + i + "]";
            if (description.isEmpty()) {
                throw new Malformed("required", field);
            }
            if (description.length() > LONGEST_STEP) {
                throw new Malformed("text-too-long", field, LONGEST_STEP);
            }
            steps.save(new BackoutStep(release, i + 1, description));
        }
    }

    void openAgain(String release) {
        of(release).forEach(BackoutStep::openAgain);
    }
}
