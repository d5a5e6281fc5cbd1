package org.slipway.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as the API and the pages show it. Minutes are working minutes of the model's calendar.
 *
 * @param version        of the product
 * @param modelVersion   the version of the model that it began with
 * @param planningFlow   the process of its planning and that one's version, such as {@code release-planning:3}
 * @param deploymentFlow as {@code planningFlow}
 * @param revision       of the record; the entity tag
 * @param legalHold      since when, by whom and why it is held; none when it is not
 * @param actions        what the caller may do with it now
 */
public record ReleaseRecord(
        String number,
        String title,
        String description,
        @Nullable String version,
        String model,
        @Nullable Integer modelVersion,
        @Nullable String planningFlow,
        @Nullable String deploymentFlow,
        String kind,
        String contract,
        ReleaseStatus status,
        @Nullable ReleaseStatus statusBeforeSuspension,
        Phase phase,
        int cycle,
        Level impact,
        Level urgency,
        Level risk,
        int priority,
        String requester,
        Contact contact,
        String registrar,
        String owner,
        @Nullable String responsible,
        String executorGroup,
        String levelOneGroup,
        String approverGroup,
        Window planning,
        Window deployment,
        Notifications notifications,
        String calendar,
        Instant registeredAt,
        Instant startedAt,
        @Nullable Instant capturedAt,
        @Nullable Instant suspendedAt,
        @Nullable Instant reactivatedAt,
        @Nullable Instant deployedAt,
        @Nullable Instant concludedAt,
        Instant deadline,
        long termMinutes,
        long elapsedMinutes,
        long suspendedMinutes,
        long delayMinutes,
        @Nullable Long captureMinutes,
        @Nullable Long serviceMinutes,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String closure,
        @Nullable String solutionCategory,
        @Nullable LocalDate releaseDate,
        List<String> changes,
        List<String> configurationItems,
        List<CurrentTask> currentTasks,
        List<String> actions,
        @Nullable LegalHold legalHold,
        int revision) {}
