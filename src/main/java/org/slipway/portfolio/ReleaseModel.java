package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * What releases of one kind have in common: the processes of their phases, their groups, their working time and the
 * values a form begins with. A model must be active to be chosen.
 */
@Entity
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

    private String name;

    private @Nullable String description;

    @Column(name = "portfolio_key")
    private String portfolio;

    private String planningProcess;

    private String deploymentProcess;

    private String executorGroup;

    private String approverGroup;

    @Column(name = "calendar_key")
    private String calendar;

    private @Nullable String category;

    @Enumerated(EnumType.STRING)
    private ReleaseKind kind;

    private String defaultImpact;

    private String defaultUrgency;

    private @Nullable String defaultContract;

    @Enumerated(EnumType.STRING)
    private Status status;

    protected ReleaseModel() {}

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    /** The key of the portfolio it belongs to. */
    public String portfolio() {
        return portfolio;
    }

    /** The key of the process that carries out the planning phase. */
    public String planningProcess() {
        return planningProcess;
    }

    /** The key of the process that carries out the deployment phase. */
    public String deploymentProcess() {
        return deploymentProcess;
    }

    /** The group that executes when the registration names no other. */
    public String executorGroup() {
        return executorGroup;
    }

    /** The group that approves and homologates when the registration names no other. */
    public String approverGroup() {
        return approverGroup;
    }

    /** The key of the calendar that its terms and delays are counted by. */
    public String calendar() {
        return calendar;
    }

    public @Nullable String category() {
        return category;
    }

    public ReleaseKind kind() {
        return kind;
    }

    /** HIGH, MEDIUM or LOW. */
    public String defaultImpact() {
        return defaultImpact;
    }

    /** HIGH, MEDIUM or LOW. */
    public String defaultUrgency() {
        return defaultUrgency;
    }

    /** The key of the contract when the registration names no other. */
    public @Nullable String defaultContract() {
        return defaultContract;
    }

    public Status status() {
        return status;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
