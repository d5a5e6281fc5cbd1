package org.slipway.process.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slipway.access.CurrentUser;
import org.slipway.release.ReleaseMoved;
import org.slipway.shared.Malformed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * "Save and keep current task": answers that wait, and that nobody sees but who wrote them. They go when the release ends.
 */
@Component
class Drafts {

    private static final int MOST = 250_000;

    /** What was saved, by whom and when. */
    record Draft(JsonNode answers, String person, Instant savedAt) {}

    private final TaskDraftRepository drafts;
    private final ObjectMapper json;
    private final CurrentUser currentUser;
    private final Clock clock;

    Drafts(TaskDraftRepository drafts, ObjectMapper json, CurrentUser currentUser, Clock clock) {
        this.drafts = drafts;
        this.json = json;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What the person who asks has saved. */
    Optional<Draft> mine(String task) {
        return drafts.findById(new TaskDraft.Key(task, currentUser.id()))
                .map(draft -> new Draft(read(draft.answers()), draft.person(), draft.savedAt()));
    }

    /** Refuses with {@code draft-too-large} more than 250,000 characters. */
    void keep(String task, String release, Map<String, Object> answers) {
        String written = write(answers);
        if (written.length() > MOST) {
            throw new Malformed("draft-too-large", null);
        }
        drafts.save(new TaskDraft(task, release, currentUser.id(), written, clock.instant()));
    }

    @EventListener
    void on(ReleaseMoved moved) {
        if (moved.to().isEnded()) {
            drafts.deleteOf(moved.release());
        }
    }

    private JsonNode read(String answers) {
        try {
            return json.readTree(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new Malformed("answer-malformed", null);
        }
    }
}
