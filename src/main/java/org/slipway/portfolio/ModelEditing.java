package org.slipway.portfolio;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Rights;
import org.slipway.calendar.Calendars;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.WrongState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and changes release models; needs {@link Operation#MANAGE_REGISTRIES}. Every change makes a new version, and
 * releases that have begun keep theirs (src/docs/domain.md, Portfolio).
 *
 * <p>Refuses, naming the field, groups, calendars, contracts and flows that do not exist ({@code group-unknown},
 * {@code calendar-unknown}, {@code contract-unknown}, {@code flow-unknown}, {@code flow-version-unknown}), a process that
 * is no flow of its phase ({@code flow-not-for-phase}), and a key or name that another model has ({@code model-exists}).
 */
@Service
@Transactional
public class ModelEditing {

    private final ReleaseModelRepository models;
    private final ModelVersionRepository versions;
    private final Portfolios portfolios;
    private final ContactRegistries registries;
    private final Calendars calendars;
    private final People people;
    private final DeployedFlows flows;
    private final Rights rights;
    private final CurrentUser currentUser;
    private final Clock clock;

    ModelEditing(
            ReleaseModelRepository models,
            ModelVersionRepository versions,
            Portfolios portfolios,
            ContactRegistries registries,
            Calendars calendars,
            People people,
            DeployedFlows flows,
            Rights rights,
            CurrentUser currentUser,
            Clock clock) {
        this.models = models;
        this.versions = versions;
        this.portfolios = portfolios;
        this.registries = registries;
        this.calendars = calendars;
        this.people = people;
        this.flows = flows;
        this.rights = rights;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    public ReleaseModel add(String key, String portfolio, ModelDefinition says, ReleaseModel.Status status) {
        rights.require(Operation.MANAGE_REGISTRIES);
        portfolios.requireActive(portfolio);
        requireSound(says);
        if (models.existsById(key)) {
            throw new WrongState("model-exists", "key", key);
        }
        return save(new ReleaseModel(key, portfolio, says, status));
    }

    /**
     * Refuses with {@code model-status-order} to make a model new again, and with {@code portfolio-retired} to make one
     * active whose portfolio is retired.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    public ReleaseModel change(
            ReleaseModel model, ModelDefinition says, ReleaseModel.Status status, @Nullable String seen) {
        rights.require(Operation.MANAGE_REGISTRIES);
        EntityTag.require(model.revision(), seen);
        if (status == ReleaseModel.Status.NEW && model.status() != status) {
            throw new WrongState("model-status-order", "status", model.status());
        }
        if (status == ReleaseModel.Status.ACTIVE) {
            portfolios.requireActive(model.portfolio());
        }
        if (status != ReleaseModel.Status.RETIRED || !says.equals(model.definition())) {
            requireSound(says);
        }
        return model.become(says, status) ? save(model) : model;
    }

    /** It can no longer be chosen; releases that have it go on. */
    public void retire(ReleaseModel model) {
        change(model, model.definition(), ReleaseModel.Status.RETIRED, null);
    }

    private ReleaseModel save(ReleaseModel model) {
        try {
            ReleaseModel saved = models.saveAndFlush(model);
            versions.save(
                    new ModelVersion(saved, currentUser.id(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
            return saved;
        } catch (DataIntegrityViolationException twice) {
            throw new WrongState("model-exists", "name", model.name());
        }
    }

    private void requireSound(ModelDefinition says) {
        requireFlow(FlowKind.PLANNING, "planning", says.planningProcess(), says.planningVersion());
        requireFlow(FlowKind.DEPLOYMENT, "deployment", says.deploymentProcess(), says.deploymentVersion());
        requireGroup("executorGroup", says.executorGroup());
        requireGroup("approverGroup", says.approverGroup());
        if (!calendars.exists(says.calendar())) {
            throw new Malformed("calendar-unknown", "calendar", says.calendar());
        }
        registries.requireContract("defaultContract", says.defaultContract());
    }

    private void requireFlow(FlowKind kind, String phase, String process, @Nullable Integer pinned) {
        int newest = flows.newestVersion(process)
                .orElseThrow(() -> new Malformed("flow-unknown", phase + "Process", process));
        int version = pinned == null ? newest : pinned;
        if (!flows.exists(process, version)) {
            throw new Malformed("flow-version-unknown", phase + "Version", process, version);
        }
        if (!flows.carriesOut(kind, process, version)) {
            throw new BusinessRuleViolated("flow-not-for-phase", phase + "Process", process, kind);
        }
    }

    private void requireGroup(String field, String group) {
        if (!people.groupExists(group)) {
            throw new Malformed("group-unknown", field, group);
        }
    }
}
