package org.slipway.webapps;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.access.CurrentUser;
import org.slipway.audit.Afterwards;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.slipway.process.flow.InstancesOfReleases;
import org.slipway.process.task.OpenTasks;
import org.slipway.release.CurrentTask;
import org.springframework.stereotype.Component;

/**
 * Puts into the journal what a person wanted and was not allowed to, or what a rule forbade him; not what he merely wrote
 * wrongly or asked for in vain.
 */
@Component
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private static final int FORBIDDEN = 403;
    private static final Set<Integer> AGAINST_A_RULE = Set.of(409, 422);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String NOTED = Refusals.class.getName();
    private static final Pattern RELEASE = Pattern.compile("/(REL-\\d{6,12})(?:/|$)");
    private static final Pattern TASK = Pattern.compile("/tasks?/([0-9a-fA-F-]{36}|[0-9A-Za-z]{20})(?:/|$)");
    private static final Pattern INSTANCE =
            Pattern.compile("/process-instance/([0-9a-fA-F-]{36}|[0-9A-Za-z]{20})(?:/|$)");

    private final Journal journal;
    private final OpenTasks tasks;
    private final InstancesOfReleases instances;
    private final CurrentUser currentUser;

    Refusals(Journal journal, OpenTasks tasks, InstancesOfReleases instances, CurrentUser currentUser) {
        this.journal = journal;
        this.tasks = tasks;
        this.instances = instances;
        this.currentUser = currentUser;
    }

    /** Once per request, however many see it pass. What cannot be noted does not change what the caller is told. */
    void note(Verdict verdict, HttpServletRequest request, @Nullable String path) {
        int status = verdict.status().value();
        String method = request.getMethod();
        boolean refused = status == FORBIDDEN || AGAINST_A_RULE.contains(status) && !READING.contains(method);
        if (path == null || !refused || currentUser.isSystem() || request.getAttribute(NOTED) != null) {
            return;
        }
        request.setAttribute(NOTED, true);
        Afterwards.run(() -> note(verdict, method, path));
    }

    private void note(Verdict verdict, String method, String path) {
        try {
            Optional<CurrentTask> task = find(TASK, path).flatMap(tasks::find);
            String release = find(RELEASE, path)
                    .or(() -> task.map(CurrentTask::release))
                    .or(() -> find(INSTANCE, path).flatMap(instances::releaseOf))
                    .orElse(null);
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("status", verdict.status().value());
            detail.put("code", verdict.code());
            task.ifPresent(open -> detail.put("task", open.definitionKey()));
            if (verdict.field() != null) {
                detail.put("field", verdict.field());
            }
            journal.recordApart(EntryKind.REFUSAL, release, method + " " + path, detail);
        } catch (RuntimeException e) {
            LOG.error("The refusal of {} {} could not be noted", method, path, e);
        }
    }

    private static Optional<String> find(Pattern pattern, String path) {
        Matcher found = pattern.matcher(path);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
