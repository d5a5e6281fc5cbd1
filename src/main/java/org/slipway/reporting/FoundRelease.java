package org.slipway.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.release.CurrentTask;
import org.slipway.release.Level;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;
import org.slipway.release.Window;

/**
 * One line of a list of releases. Minutes are working minutes.
 *
 * @param deadline     end of the deployment window, moved on by what suspensions took
 * @param concludedAt  when it ended, in whatever way
 * @param delayMinutes past the deadline; 0 before it
 * @param sharedWith   people to whom open tasks are offered by name, each once
 * @param cancelling   whether a cancellation is under way, so that nothing else can be asked of it
 */
public record FoundRelease(
        String number,
        String title,
        @Nullable String version,
        ReleaseStatus status,
        @Nullable ReleaseStatus statusBeforeSuspension,
        ReleaseSituation situation,
        boolean cancelling,
        Phase phase,
        int cycle,
        int revision,
        int priority,
        Level impact,
        Level urgency,
        Level risk,
        String kind,
        String model,
        String contract,
        String requester,
        String registrar,
        String owner,
        @Nullable String responsible,
        String executorGroup,
        String approverGroup,
        String contactName,
        @Nullable String unit,
        Window planning,
        Window deployment,
        Instant registeredAt,
        @Nullable Instant capturedAt,
        @Nullable Instant suspendedAt,
        Instant deadline,
        @Nullable Instant concludedAt,
        long termMinutes,
        long delayMinutes,
        @Nullable String closure,
        @Nullable String solutionCategory,
        @Nullable LocalDate releaseDate,
        List<CurrentTask> currentTasks,
        List<String> sharedWith) {

    FoundRelease with(List<CurrentTask> tasks) {
        return new FoundRelease(
                number,
                title,
                version,
                status,
                statusBeforeSuspension,
                situation,
                cancelling,
                phase,
                cycle,
                revision,
                priority,
                impact,
                urgency,
                risk,
                kind,
                model,
                contract,
                requester,
                registrar,
                owner,
                responsible,
                executorGroup,
                approverGroup,
                contactName,
                unit,
                planning,
                deployment,
                registeredAt,
                capturedAt,
                suspendedAt,
                deadline,
                concludedAt,
                termMinutes,
                delayMinutes,
                closure,
                solutionCategory,
                releaseDate,
                tasks,
                tasks.stream()
                        .flatMap(task -> task.candidateUsers().stream())
                        .distinct()
                        .toList());
    }
}
