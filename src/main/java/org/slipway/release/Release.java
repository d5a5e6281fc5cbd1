package org.slipway.release;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slipway.portfolio.BoundFlows;

/**
 * The record of a release. Only {@link ReleaseLifecycle} moves it; every move checks where it stands and
 * refuses with {@code transition-not-legal} what the lifecycle does not allow (src/docs/domain.md, Lifecycle).
 */
@Entity
@Table(name = "release_record")
public class Release {

    @Id
    private String number;

    @Version
    private int revision;

    @Embedded
    private Subject subject;

    private String model;
    private String contract;

    @Embedded
    private @Nullable Course course;

    @Embedded
    private Parties parties;

    @Embedded
    private Contact contact;

    @Embedded
    private Assessment assessment;

    @Enumerated(EnumType.STRING)
    private ReleaseStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable ReleaseStatus statusBeforeSuspension;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    @Embedded
    @AttributeOverride(name = "start", column = @Column(name = "planning_start"))
    @AttributeOverride(name = "end", column = @Column(name = "planning_end"))
    private Window planning;

    @Embedded
    @AttributeOverride(name = "start", column = @Column(name = "deployment_start"))
    @AttributeOverride(name = "end", column = @Column(name = "deployment_end"))
    private Window deployment;

    @Embedded
    private Notifications notifications;

    @Embedded
    private @Nullable Closure closure;

    private String calendar;

    @Embedded
    private WorkClock clock;

    private Instant registeredAt;

    @Column(name = "cycle_number")
    private int cycle;

    @Embedded
    private Progress progress;

    @Embedded
    private HistoryTip history;

    @Embedded
    private @Nullable LegalHold legalHold;

    @Column(name = "condition_count")
    private int conditions;

    protected Release() {}

    Release(String number, NewRelease draft, BoundFlows flows, Instant now, WorkClock clock) {
        this.number = number;
        this.subject = draft.subject();
        this.model = draft.model();
        this.course = Course.of(flows);
        this.contract = draft.contract();
        this.parties = draft.parties();
        this.contact = draft.contact();
        this.assessment = draft.assessment();
        this.status = ReleaseStatus.REGISTERED;
        this.phase = Phase.PLANNING;
        this.planning = draft.planning();
        this.deployment = draft.deployment();
        this.notifications = draft.notifications();
        this.calendar = draft.calendar();
        this.clock = clock;
        this.registeredAt = now;
        this.cycle = 1;
        this.progress = Progress.none();
        this.history = new HistoryTip();
    }

    void move(ReleaseStatus to) {
        status = to;
    }

    void move(ReleaseStatus to, Phase in) {
        status = to;
        phase = in;
    }

    void putOnHold() {
        statusBeforeSuspension = status;
        status = ReleaseStatus.SUSPENDED;
    }

    void resume() {
        status = statusBeforeSuspension == null ? ReleaseStatus.IN_EXECUTION : statusBeforeSuspension;
        statusBeforeSuspension = null;
    }

    void close(Closure with) {
        closure = with;
    }

    void beginCycle(Phase in, Window newPlanning, Window newDeployment, WorkClock newClock) {
        cycle++;
        status = ReleaseStatus.REOPENED;
        statusBeforeSuspension = null;
        phase = in;
        planning = newPlanning;
        deployment = newDeployment;
        clock = newClock;
        closure = null;
        progress = Progress.none();
    }

    void follow(BoundFlows newFlows) {
        course = Course.of(newFlows);
    }

    void capture(String by) {
        parties = parties.capturedBy(by);
    }

    void edit(
            Subject newSubject,
            Contact newContact,
            Parties newParties,
            Assessment newAssessment,
            Window newPlanning,
            Window newDeployment,
            Notifications newNotifications) {
        subject = newSubject;
        contact = newContact;
        parties = newParties;
        assessment = newAssessment;
        deployment = newDeployment;
        planning = newPlanning;
        notifications = newNotifications;
    }

    void countConditions(int more) {
        conditions += more;
    }

    void hold(@Nullable LegalHold under) {
        legalHold = under;
    }

    public String number() {
        return number;
    }

    /** Grows with every change of the record; the entity tag of REST. */
    public int revision() {
        return revision;
    }

    public Subject subject() {
        return subject;
    }

    public String model() {
        return model;
    }

    /** What it follows since its registration or last reopening; none for one that began before this was noted. */
    public @Nullable Course course() {
        return course;
    }

    public String contract() {
        return contract;
    }

    public Parties parties() {
        return parties;
    }

    public String requester() {
        return parties.requester();
    }

    public String executorGroup() {
        return parties.executorGroup();
    }

    public String approverGroup() {
        return parties.approverGroup();
    }

    public Contact contact() {
        return contact;
    }

    public Assessment assessment() {
        return assessment;
    }

    public ReleaseStatus status() {
        return status;
    }

    /** The status that reactivation restores. */
    public @Nullable ReleaseStatus statusBeforeSuspension() {
        return statusBeforeSuspension;
    }

    public Phase phase() {
        return phase;
    }

    public Window planning() {
        return planning;
    }

    public Window deployment() {
        return deployment;
    }

    public Notifications notifications() {
        return notifications;
    }

    public @Nullable Closure closure() {
        return closure;
    }

    public String calendar() {
        return calendar;
    }

    public WorkClock clock() {
        return clock;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    /** 1 after registration, one more with each reopening. */
    public int cycle() {
        return cycle;
    }

    public Progress progress() {
        return progress;
    }

    /** How many linked things may forbid it to move on; while there is none, nobody looks for them. */
    public int conditions() {
        return conditions;
    }

    HistoryTip history() {
        return history;
    }

    /** None as long as nothing but the usual periods decides how long it is kept. */
    public @Nullable LegalHold legalHold() {
        return legalHold;
    }
}
