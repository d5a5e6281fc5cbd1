package org.slipway.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Person;
import org.slipway.access.Rights;
import org.slipway.calendar.Calendars;
import org.slipway.portfolio.BoundFlows;
import org.slipway.portfolio.ContactRegistries;
import org.slipway.portfolio.MandatoryItem;
import org.slipway.portfolio.ReleaseModel;
import org.slipway.portfolio.ReleaseModels;
import org.slipway.release.policy.Transition;
import org.slipway.release.policy.TransitionPolicy;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers releases: the record and its lifecycle come into being together or not at all. */
@Component
public class ReleaseRegistration {

    /** The model of a registration that names none. */
    static final String DEFAULT_MODEL = "standard";

    private static final String DEFAULT_CONTRACT = "internal";

    private final Releases releases;
    private final ReleaseNumbers numbers;
    private final ReleaseModels models;
    private final ContactRegistries registries;
    private final People people;
    private final Rights rights;
    private final AbleGroups ableGroups;
    private final CurrentUser currentUser;
    private final PriorityMatrix priorities;
    private final Calendars calendars;
    private final Occurrences occurrences;
    private final List<TransitionPolicy> policies;
    private final ReleaseProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseRegistration(
            Releases releases,
            ReleaseNumbers numbers,
            ReleaseModels models,
            ContactRegistries registries,
            People people,
            Rights rights,
            AbleGroups ableGroups,
            CurrentUser currentUser,
            PriorityMatrix priorities,
            Calendars calendars,
            Occurrences occurrences,
            List<TransitionPolicy> policies,
            ReleaseProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.releases = releases;
        this.numbers = numbers;
        this.models = models;
        this.registries = registries;
        this.people = people;
        this.rights = rights;
        this.ableGroups = ableGroups;
        this.currentUser = currentUser;
        this.priorities = priorities;
        this.calendars = calendars;
        this.occurrences = occurrences;
        this.policies = policies;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses what is incomplete, names something unknown, has windows out of order, in the past or out of reach, bundles no change
     * (src/docs/domain.md, Windows and validations), or lacks what its model demands ({@code mandatory-for-model}); needs {@link Operation#REGISTER}, and the executor group needs
     * {@link Operation#CREATE} and {@link Operation#EXECUTE}, the approver group {@link Operation#APPROVE}.
     *
     * @return the number
     */
    @Transactional
    public String register(RegisterRelease request) {
        ReleaseModel model = models.requireActive(request.model() == null ? DEFAULT_MODEL : request.model());
        rights.require(Operation.REGISTER, model.key());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        requireMandatory(request, model);
        NewRelease draft = draft(request, model, now);
        WorkClock workClock = WorkClock.started(now, draft.deployment().end(), calendars.get(model.calendar()));
        BoundFlows flows = models.bind(model);
        Release release = new Release(numbers.next(), draft, flows, now, workClock);
        releases.add(release);
        String number = release.number();
        occurrences.record(number, OccurrenceCategory.CREATION, null);
        events.publishEvent(new ReleaseRegistered(
                number,
                orNone(request.changes()),
                orNone(request.configurationItems()),
                orNone(request.backoutPlan())));
        policies.forEach(policy -> policy.check(release, Transition.REGISTER));
        process.start(number, flows);
        releases.flush();
        return number;
    }

    private NewRelease draft(RegisterRelease request, ReleaseModel model, Instant now) {
        request.planning().requireOrder("planning");
        request.deployment().requireOrder("deployment");
        request.planning().requireNear("planning", now);
        request.deployment().requireNear("deployment", now);
        request.planning().requireAhead("planning", now);
        request.deployment().requireAhead("deployment", now);
        String contract = request.contract() != null
                ? request.contract()
                : model.defaultContract() != null ? model.defaultContract() : DEFAULT_CONTRACT;
        registries.requireContract(contract);
        String me = currentUser.id();
        String requester = request.requester() == null ? me : request.requester();
        requireNoAuditor(requester, me);
        Contact contact = contact(request.contact(), requester);
        String executors = knownGroup(request.executorGroup(), model.executorGroup(), "executorGroup");
        String approvers = knownGroup(request.approverGroup(), model.approverGroup(), "approverGroup");
        ableGroups.requireExecutors(executors, model.key());
        ableGroups.requireApprovers(approvers, model.key());
        Level impact = request.impact() == null ? Level.valueOf(model.defaultImpact()) : request.impact();
        Level urgency = request.urgency() == null ? Level.valueOf(model.defaultUrgency()) : request.urgency();
        return new NewRelease(
                new Subject(request.title().strip(), request.description(), request.version()),
                model.key(),
                contract,
                new Parties(requester, me, me, null, executors, executors, approvers),
                contact,
                new Assessment(
                        impact,
                        urgency,
                        risk(request, model),
                        model.kind().name(),
                        priorities.priority(impact, urgency)),
                request.planning(),
                request.deployment(),
                ableGroups.notifications(
                        request.notifications() == null ? Notifications.ALL : request.notifications(), executors),
                model.calendar());
    }

    private static Level risk(RegisterRelease request, ReleaseModel model) {
        String preset = model.defaultRisk();
        if (request.risk() != null) {
            return request.risk();
        }
        if (preset == null) {
            throw new Malformed("required", "risk");
        }
        return Level.valueOf(preset);
    }

    private static void requireMandatory(RegisterRelease request, ReleaseModel model) {
        for (MandatoryItem item : model.mandatory()) {
            if (!names(request, item)) {
                throw new BusinessRuleViolated("mandatory-for-model", item.field(), model.name());
            }
        }
    }

    private static boolean names(RegisterRelease request, MandatoryItem item) {
        Contact contact = request.contact();
        return switch (item) {
            case VERSION -> ModelDemands.isSaid(request.version());
            case CONFIGURATION_ITEMS -> !orNone(request.configurationItems()).isEmpty();
            case BACKOUT_PLAN -> !orNone(request.backoutPlan()).isEmpty();
            case CONTACT_PHONE -> contact != null && ModelDemands.isSaid(contact.phone());
            case CONTACT_UNIT -> contact != null && ModelDemands.isSaid(contact.unit());
        };
    }

    /** He could not authorise what was registered for him. Who registers himself has come past this already. */
    private void requireNoAuditor(String requester, String me) {
        if (!requester.equals(me) && rights.onlyAudit(people.groupsOf(requester))) {
            throw new BusinessRuleViolated("requester-audits", "requester", requester);
        }
    }

    /** The contact as given, or the requester as he is known. Who asks for himself is: he has logged in. */
    private Contact contact(@Nullable Contact given, String requester) {
        if (given == null) {
            return contact(person(requester));
        }
        if (currentUser.isSystem() || !requester.equals(currentUser.id())) {
            person(requester);
        }
        registries.requireUnit(given.unit());
        registries.requireLocation(given.location());
        return given;
    }

    private static Contact contact(Person requester) {
        if (requester.email() == null) {
            throw new Malformed("required", "contact.email");
        }
        return new Contact(requester.name(), requester.email(), null, null, null, null, null);
    }

    private Person person(String id) {
        return people.find(id).orElseThrow(() -> new Malformed("person-unknown", "requester", id));
    }

    /** The model's own groups are known. */
    private String knownGroup(@Nullable String given, String preset, String field) {
        if (given == null || given.equals(preset)) {
            return preset;
        }
        if (!people.groupExists(given)) {
            throw new Malformed("group-unknown", field, given);
        }
        return given;
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
