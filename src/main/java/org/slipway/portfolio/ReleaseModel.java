package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/**
 * What releases of one kind have in common: the processes of their phases, their groups, their working time and the
 * values a form begins with. A model must be active to be chosen.
 */
@Entity
@Journaled
@Table(name = "portfolio_model")
public class ReleaseModel {

    /** Where a model stands in its own life. */
    public enum Status {
        /** Being prepared; cannot be chosen yet. */
        NEW,
        ACTIVE,
        /** Can no longer be chosen; releases that have it go on. */
        RETIRED
    }

    @Id
    @Column(name = "model_key")
    private String key;

    @Version
    private @Nullable Integer revision;

    @Column(name = "version_number")
    private int version;

    @Column(name = "portfolio_key")
    private String portfolio;

    @Embedded
    private ModelDefinition definition;

    @Enumerated(EnumType.STRING)
    private Status status;

    /** The name as it is compared, which is unique; none when retired. */
    private @Nullable String lookup;

    protected ReleaseModel() {}

    ReleaseModel(String key, String portfolio, ModelDefinition definition, Status status) {
        this.key = key;
        this.portfolio = portfolio;
        this.definition = definition;
        this.status = status;
        this.version = 1;
        this.lookup = lookup();
    }

    /** What is the same as before makes no new version. */
    boolean become(ModelDefinition newDefinition, Status newStatus) {
        if (newDefinition.equals(definition) && newStatus == status) {
            return false;
        }
        definition = newDefinition;
        status = newStatus;
        lookup = lookup();
        version++;
        return true;
    }

    private @Nullable String lookup() {
        return status == Status.RETIRED ? null : Portfolio.asCompared(definition.name());
    }

    /** Grows with every change; the entity tag of REST. */
    public int revision() {
        return revision == null ? 0 : revision;
    }

    /** From 1, one more with every change; releases keep the one that they began with. */
    public int version() {
        return version;
    }

    public ModelDefinition definition() {
        return definition;
    }

    public String key() {
        return key;
    }

    public String name() {
        return definition.name();
    }

    public @Nullable String description() {
        return definition.description();
    }

    /** The key of the portfolio it belongs to. */
    public String portfolio() {
        return portfolio;
    }

    /** The key of the process that carries out the planning phase. */
    public String planningProcess() {
        return definition.planningProcess();
    }

    /** The key of the process that carries out the deployment phase. */
    public String deploymentProcess() {
        return definition.deploymentProcess();
    }

    /** The group that executes when the registration names no other. */
    public String executorGroup() {
        return definition.executorGroup();
    }

    /** The group that approves and homologates when the registration names no other. */
    public String approverGroup() {
        return definition.approverGroup();
    }

    /** The key of the calendar that its terms and delays are counted by. */
    public String calendar() {
        return definition.calendar();
    }

    public @Nullable String category() {
        return definition.category();
    }

    /** What every registration has to name. */
    public Set<MandatoryItem> mandatory() {
        return definition.mandatory();
    }

    public ReleaseKind kind() {
        return definition.kind();
    }

    /** HIGH, MEDIUM or LOW. */
    public String defaultImpact() {
        return definition.defaultImpact();
    }

    /** HIGH, MEDIUM or LOW. */
    public String defaultUrgency() {
        return definition.defaultUrgency();
    }

    /** HIGH, MEDIUM or LOW; none when every registration has to say it. */
    public @Nullable String defaultRisk() {
        return definition.defaultRisk();
    }

    /** The key of the contract when the registration names no other. */
    public @Nullable String defaultContract() {
        return definition.defaultContract();
    }

    public Status status() {
        return status;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
