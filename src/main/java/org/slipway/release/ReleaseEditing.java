package org.slipway.release;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Rights;
import org.slipway.calendar.Calendars;
import org.slipway.portfolio.ContactRegistries;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes records after registration (src/docs/domain.md, Record; Windows and validations). */
@Component
public class ReleaseEditing {

    private final Releases releases;
    private final Occurrences occurrences;
    private final ContactRegistries registries;
    private final People people;
    private final Rights rights;
    private final AbleGroups ableGroups;
    private final CurrentUser currentUser;
    private final PriorityMatrix priorities;
    private final Calendars calendars;
    private final ModelDemands demands;
    private final ReleaseProcess process;
    private final Clock clock;

    ReleaseEditing(
            Releases releases,
            Occurrences occurrences,
            ContactRegistries registries,
            People people,
            Rights rights,
            AbleGroups ableGroups,
            CurrentUser currentUser,
            PriorityMatrix priorities,
            Calendars calendars,
            ModelDemands demands,
            ReleaseProcess process,
            Clock clock) {
        this.releases = releases;
        this.occurrences = occurrences;
        this.registries = registries;
        this.people = people;
        this.rights = rights;
        this.ableGroups = ableGroups;
        this.currentUser = currentUser;
        this.priorities = priorities;
        this.calendars = calendars;
        this.demands = demands;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Needs {@link Operation#EDIT}, or to be the requester or registrar. Refuses {@code concurrent-change} when the record is not
     * at the expected revision, {@code contract-locked}, {@code window-locked} for a planned start, and for any window once
     * the plan is approved, {@code window-past}, {@code window-far}, groups that could not do their part ({@code executor-group-may-not},
     * {@code approver-group-may-not}), emptying what the model demands ({@code mandatory-for-model}), and {@code release-ended}.
     *
     * @param expectedRevision none to change whatever is there
     */
    @Transactional
    public void edit(String number, EditRelease edit, @Nullable Integer expectedRevision) {
        Release release = releases.lock(number);
        String me = currentUser.id();
        if (!me.equals(release.requester()) && !me.equals(release.parties().registrar())) {
            rights.require(Operation.EDIT, release.model());
        }
        if (expectedRevision != null && expectedRevision != release.revision()) {
            throw new WrongState("concurrent-change", null);
        }
        if (release.status().isEnded()) {
            throw new WrongState("release-ended", null);
        }
        if (edit.contract() != null && !edit.contract().equals(release.contract())) {
            throw new BusinessRuleViolated("contract-locked", "contract");
        }
        Map<String, Object> before = fields(release);
        String oldExecutors = release.executorGroup();
        String oldApprovers = release.approverGroup();
        apply(release, edit, me);
        Map<String, Object> after = fields(release);
        String changes = describe(before, after);
        if (changes.isEmpty()) {
            return;
        }
        occurrences.record(number, OccurrenceCategory.UPDATE, changes);
        if (!oldExecutors.equals(release.executorGroup())) {
            occurrences.record(number, OccurrenceCategory.DIRECTION, oldExecutors + " → " + release.executorGroup());
            process.redirect(number, Operation.EXECUTE, oldExecutors, release.executorGroup());
        }
        if (!oldApprovers.equals(release.approverGroup())) {
            process.redirect(number, Operation.APPROVE, oldApprovers, release.approverGroup());
        }
        if (!Objects.equals(before.get("deployment"), after.get("deployment"))
                || !Objects.equals(before.get("planning"), after.get("planning"))) {
            process.reschedule(number);
        }
    }

    private void apply(Release release, EditRelease edit, String me) {
        if (edit.contact() != null) {
            requireKnown(edit.contact(), release.contact());
        }
        Subject old = release.subject();
        String version = edit.version() == null ? old.version() : edit.version().orElse(null);
        demands.requireKept(release, version, or(edit.contact(), release.contact()));
        Assessment was = release.assessment();
        Level impact = or(edit.impact(), was.impact());
        Level urgency = or(edit.urgency(), was.urgency());
        Window planning = window(release, edit.planning(), release.planning(), "planning");
        Window deployment = window(release, edit.deployment(), release.deployment(), "deployment");
        String executors = executors(edit.executorGroup(), release);
        boolean moved = !deployment.equals(release.deployment());
        release.edit(
                new Subject(or(edit.title(), old.title()), or(edit.description(), old.description()), version),
                or(edit.contact(), release.contact()),
                release.parties().editedBy(me, executors, approvers(edit.approverGroup(), release)),
                new Assessment(
                        impact,
                        urgency,
                        or(edit.risk(), was.risk()),
                        was.kind(),
                        impact == was.impact() && urgency == was.urgency()
                                ? was.priority()
                                : priorities.priority(impact, urgency)),
                planning,
                deployment,
                ableGroups.notifications(or(edit.notifications(), release.notifications()), executors));
        if (moved) {
            release.clock().moveDeadline(deployment.end(), calendars.get(release.calendar()));
        }
    }

    /** What a release names already may be out of use by now. */
    private void requireKnown(Contact asked, Contact old) {
        if (!Objects.equals(asked.unit(), old.unit())) {
            registries.requireUnit(asked.unit());
        }
        if (!Objects.equals(asked.location(), old.location())) {
            registries.requireLocation(asked.location());
        }
    }

    private Window window(Release release, @Nullable Window asked, Window old, String field) {
        if (asked == null || asked.equals(old)) {
            return old;
        }
        asked.requireOrder(field);
        if (Window.isLocked(release.phase(), release.status())) {
            throw new BusinessRuleViolated("window-locked", field);
        }
        if (field.equals("planning") && !asked.start().equals(old.start())) {
            throw new BusinessRuleViolated("window-locked", "planning.start");
        }
        Instant now = clock.instant();
        asked.requireNear(field, now);
        if (!asked.start().equals(old.start())) {
            asked.requireAhead(field, now);
        }
        if (asked.end().isBefore(now)) {
            throw new BusinessRuleViolated("window-past", field + ".end");
        }
        return asked;
    }

    private String executors(@Nullable String asked, Release release) {
        String group = group(asked, release.executorGroup(), "executorGroup");
        if (!group.equals(release.executorGroup())) {
            ableGroups.requireExecutors(group, release.model());
        }
        return group;
    }

    private String approvers(@Nullable String asked, Release release) {
        String group = group(asked, release.approverGroup(), "approverGroup");
        if (!group.equals(release.approverGroup())) {
            ableGroups.requireApprovers(group, release.model());
        }
        return group;
    }

    private String group(@Nullable String asked, String old, String field) {
        if (asked == null || asked.equals(old)) {
            return old;
        }
        if (!people.groupExists(asked)) {
            throw new Malformed("group-unknown", field, asked);
        }
        return asked;
    }

    private static <T> T or(@Nullable T asked, T old) {
        return asked == null ? old : asked;
    }

    private static Map<String, Object> fields(Release release) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", release.subject().title());
        fields.put("description", release.subject().description());
        fields.put("version", String.valueOf(release.subject().version()));
        fields.put("contact", release.contact());
        fields.put("executorGroup", release.executorGroup());
        fields.put("approverGroup", release.approverGroup());
        fields.put("impact", release.assessment().impact());
        fields.put("urgency", release.assessment().urgency());
        fields.put("risk", release.assessment().risk());
        fields.put("priority", release.assessment().priority());
        fields.put("planning", release.planning());
        fields.put("deployment", release.deployment());
        fields.put("notifications", release.notifications());
        return fields;
    }

    private static String describe(Map<String, Object> before, Map<String, Object> after) {
        return before.entrySet().stream()
                .filter(field -> !field.getValue().equals(after.get(field.getKey())))
                .map(field -> field.getKey() + ": " + field.getValue() + " → " + after.get(field.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
