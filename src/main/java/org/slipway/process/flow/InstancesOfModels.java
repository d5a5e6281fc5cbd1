package org.slipway.process.flow;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The instances of one version of a model, running and ended, newest first. The engine's own question makes all of them distinct
 * and counts them before it shows twenty; this one reads twenty, however many there are.
 */
@Component
public class InstancesOfModels {

    private static final String COLUMNS = "p.PROC_INST_ID_ id, p.BUSINESS_KEY_ business_key, p.STATE_ state,"
            + " p.START_TIME_ started, p.END_TIME_ ended, p.DURATION_ lasted, p.START_USER_ID_ person";

    private final JdbcClient jdbc;
    private final AuthorizationService authorizations;
    private final CurrentUser currentUser;

    InstancesOfModels(JdbcClient jdbc, AuthorizationService authorizations, CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.authorizations = authorizations;
        this.currentUser = currentUser;
    }

    /** As Cockpit names what it knows of an instance. */
    public record Instance(
            String id,
            @Nullable String businessKey,
            String processDefinitionKey,
            String processDefinitionName,
            int processDefinitionVersion,
            String state,
            Instant startTime,
            @Nullable Instant endTime,
            @Nullable Long durationInMillis,
            @Nullable String startUserId) {}

    /** What is wanted; what is absent does not matter. */
    public record Question(
            @Nullable String businessKey,
            @Nullable State state,
            @Nullable Instant startedFrom,
            @Nullable Instant startedTo) {}

    /** How far an instance has come; {@code RUNNING} ones may be suspended. */
    public enum State {
        RUNNING,
        SUSPENDED,
        COMPLETED,
        INTERNALLY_TERMINATED,
        EXTERNALLY_TERMINATED
    }

    private record Model(String key, String name, int version) {}

    /** Refuses {@code process-definition-unknown} (404), and with {@code operation-not-allowed} who may not read its history in the engine. */
    @Transactional(readOnly = true)
    public Slice<Instance> find(String definition, Question question, @Nullable String after, int limit) {
        Model model = jdbc.sql("select KEY_, NAME_, VERSION_ from ACT_RE_PROCDEF where ID_ = ?")
                .param(definition)
                .query((row, index) -> new Model(
                        row.getString(1),
                        row.getString(2) == null ? row.getString(1) : row.getString(2),
                        row.getInt(3)))
                .optional()
                .orElseThrow(() -> new Unknown("process-definition-unknown", null, definition));
        if (!mayRead(model.key())) {
            throw new NotAllowed("operation-not-allowed", null);
        }
        List<String> conditions = new ArrayList<>(List.of("p.PROC_DEF_ID_ = :definition"));
        Map<String, Object> values = new HashMap<>(Map.of("definition", definition, "most", limit + 1));
        narrow(question, conditions, values);
        if (after != null) {
            conditions.add("(p.START_TIME_, p.ID_) < (:at, :id)");
            values.put("at", at(after));
            values.put("id", after.substring(after.indexOf('_') + 1));
        }
        List<Instance> found = jdbc.sql("select " + COLUMNS + " from ACT_HI_PROCINST p where "
                        + String.join(" and ", conditions)
                        + " order by p.START_TIME_ desc, p.ID_ desc fetch first :most rows only")
                .params(values)
                .query((row, index) -> new Instance(
                        row.getString("id"),
                        row.getString("business_key"),
                        model.key(),
                        model.name(),
                        model.version(),
                        row.getString("state"),
                        row.getTimestamp("started").toInstant(),
                        row.getTimestamp("ended") == null
                                ? null
                                : row.getTimestamp("ended").toInstant(),
                        row.getObject("lasted", Long.class),
                        row.getString("person")))
                .list();
        return Slice.of(found, limit, last -> last.startTime() + "_" + last.id());
    }

    private static void narrow(Question question, List<String> conditions, Map<String, Object> values) {
        if (question.businessKey() != null) {
            conditions.add("p.BUSINESS_KEY_ = :key");
            values.put("key", question.businessKey());
        }
        if (question.state() == State.RUNNING) {
            conditions.add("p.END_TIME_ is null");
        } else if (question.state() != null) {
            conditions.add("p.STATE_ = :state");
            values.put("state", question.state().name());
        }
        if (question.startedFrom() != null) {
            conditions.add("p.START_TIME_ >= :from");
            values.put("from", Timestamp.from(question.startedFrom()));
        }
        if (question.startedTo() != null) {
            conditions.add("p.START_TIME_ < :to");
            values.put("to", Timestamp.from(question.startedTo()));
        }
    }

    private static Timestamp at(String after) {
        try {
            return Timestamp.from(Instant.parse(after.substring(0, Math.max(0, after.indexOf('_')))));
        } catch (DateTimeException e) {
            throw new Malformed("page-unknown", "after", after);
        }
    }

    private boolean mayRead(String model) {
        return currentUser.isSystem()
                || authorizations.isUserAuthorized(
                        currentUser.id(),
                        List.copyOf(currentUser.groups()),
                        ProcessDefinitionPermissions.READ_HISTORY,
                        Resources.PROCESS_DEFINITION,
                        model);
    }
}
