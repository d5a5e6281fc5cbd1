package org.slipway.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which releases somebody looks for; what is absent does not narrow the search. Of each pair of moments, the first is
 * included and the second is not. Can be bound from request parameters and read from JSON
 * (src/docs/domain.md, Search).
 *
 * @param contact           part of the contact's name or address, in any case of letters
 * @param unit              the contact's unit
 * @param location          where the contact sits
 * @param category          that of its model
 * @param situation         any of these
 * @param open              whether it has not ended
 * @param assigned          {@code MINE}: an open task is held by who asks or shared with him; {@code UNASSIGNED}: an open
 *                          task is held by nobody; {@code OFFERED}: one that is held by nobody is offered to who asks or
 *                          to a group of his; otherwise a person's id, as {@code MINE} for him
 * @param openedFrom        registered at this moment or later
 * @param closedFrom        ended, in whatever way, at this moment or later
 * @param planningFrom      its planning window starts at this moment or later
 * @param deploymentFrom    its deployment window starts at this moment or later
 * @param configurationItem key of a linked configuration item
 * @param change            number of a linked change
 * @param follower          who follows it; {@code ME} is who asks
 * @param task              ids of open tasks: their releases
 * @param text              part of number, title or description, in any case of letters
 * @param sort              {@code number}, {@code opened}, {@code requester}, {@code status}, {@code priority}, {@code group},
 *                          {@code deadline}, {@code closed}, {@code planning} or {@code deployment}; with a leading
 *                          {@code -} downwards; otherwise the newest first
 * @param after             where the page before ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseQuestion(
        @Nullable List<ReleaseStatus> status,
        @Nullable List<Integer> priority,
        @Size(max = 64) @Nullable String requester,
        @Size(max = 64) @Nullable String registrar,
        @Size(max = 64) @Nullable String responsible,
        @Size(max = 64) @Nullable String executorGroup,
        @Size(max = 64) @Nullable String approverGroup,
        @Size(max = 64) @Nullable String contract,
        @Size(max = 64) @Nullable String unit,
        @Size(max = 64) @Nullable String location,
        @Size(max = 100) @Nullable String contact,
        @Nullable Phase phase,
        @Nullable @Min(1) Integer cycle,
        @Size(max = 64) @Nullable String model,
        @Size(max = 64) @Nullable String portfolio,
        @Size(max = 100) @Nullable String category,
        @Nullable List<ReleaseSituation> situation,
        @Nullable Boolean open,
        @Size(max = 64) @Nullable String assigned,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant openedFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant openedTo,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant closedFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant closedTo,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant planningFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant planningTo,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant deploymentFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant deploymentTo,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant deadlineFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant deadlineTo,

        @Size(max = 200) @Nullable String configurationItem,
        @Size(max = 40) @Nullable String change,
        @Size(max = 64) @Nullable String follower,
        @Size(max = 200) @Nullable List<String> task,
        @Size(max = 100) @Nullable String text,
        @Size(max = 20) @Nullable String sort,
        @Nullable @Min(1) @Max(200) Integer limit,
        @Size(max = 400) @Nullable String after) {

    /** Everything is found. */
    public static final ReleaseQuestion ALL = new ReleaseQuestion(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    /**
     * Spelled out, because the parameters of one that the compiler writes carry the annotations of all components, and Spring
     * reads those of all parameters twice for each of them: that takes longer than to find the releases.
     */
    public ReleaseQuestion(
            @Nullable List<ReleaseStatus> status,
            @Nullable List<Integer> priority,
            @Nullable String requester,
            @Nullable String registrar,
            @Nullable String responsible,
            @Nullable String executorGroup,
            @Nullable String approverGroup,
            @Nullable String contract,
            @Nullable String unit,
            @Nullable String location,
            @Nullable String contact,
            @Nullable Phase phase,
            @Nullable Integer cycle,
            @Nullable String model,
            @Nullable String portfolio,
            @Nullable String category,
            @Nullable List<ReleaseSituation> situation,
            @Nullable Boolean open,
            @Nullable String assigned,
            @Nullable Instant openedFrom,
            @Nullable Instant openedTo,
            @Nullable Instant closedFrom,
            @Nullable Instant closedTo,
            @Nullable Instant planningFrom,
            @Nullable Instant planningTo,
            @Nullable Instant deploymentFrom,
            @Nullable Instant deploymentTo,
            @Nullable Instant deadlineFrom,
            @Nullable Instant deadlineTo,
            @Nullable String configurationItem,
            @Nullable String change,
            @Nullable String follower,
            @Nullable List<String> task,
            @Nullable String text,
            @Nullable String sort,
            @Nullable Integer limit,
            @Nullable String after) {
        this.status = status;
        this.priority = priority;
        this.requester = requester;
        this.registrar = registrar;
        this.responsible = responsible;
        this.executorGroup = executorGroup;
        this.approverGroup = approverGroup;
        this.contract = contract;
        this.unit = unit;
        this.location = location;
        this.contact = contact;
        this.phase = phase;
        this.cycle = cycle;
        this.model = model;
        this.portfolio = portfolio;
        this.category = category;
        this.situation = situation;
        this.open = open;
        this.assigned = assigned;
        this.openedFrom = openedFrom;
        this.openedTo = openedTo;
        this.closedFrom = closedFrom;
        this.closedTo = closedTo;
        this.planningFrom = planningFrom;
        this.planningTo = planningTo;
        this.deploymentFrom = deploymentFrom;
        this.deploymentTo = deploymentTo;
        this.deadlineFrom = deadlineFrom;
        this.deadlineTo = deadlineTo;
        this.configurationItem = configurationItem;
        this.change = change;
        this.follower = follower;
        this.task = task;
        this.text = text;
        this.sort = sort;
        this.limit = limit;
        this.after = after;
    }

    /** The same question, from its first page on. */
    public ReleaseQuestion anyPage() {
        return new ReleaseQuestion(
                status,
                priority,
                requester,
                registrar,
                responsible,
                executorGroup,
                approverGroup,
                contract,
                unit,
                location,
                contact,
                phase,
                cycle,
                model,
                portfolio,
                category,
                situation,
                open,
                assigned,
                openedFrom,
                openedTo,
                closedFrom,
                closedTo,
                planningFrom,
                planningTo,
                deploymentFrom,
                deploymentTo,
                deadlineFrom,
                deadlineTo,
                configurationItem,
                change,
                follower,
                task,
                text,
                sort,
                null,
                null);
    }
}
