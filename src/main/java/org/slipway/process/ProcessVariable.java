package org.slipway.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/**
 * Every variable that models, forms and delegates may use. Only this type reads and writes them. What somebody may ask
 * about tomorrow is a row in a table, not a variable: answers last only for the transaction in which they are given
 * (src/docs/adr/0004).
 */
public enum ProcessVariable {
    /** Key and version of the process that carries out the planning phase, such as {@code release-planning:3}. */
    PLANNING_PROCESS("planningProcess"),
    /** Key and version of the process that carries out the deployment phase. */
    DEPLOYMENT_PROCESS("deploymentProcess"),
    /** The phase in which a reopened release begins: PLANNING or DEPLOYMENT. */
    PHASE("phase"),
    /** Outcome of planning: APPROVED, SENT_BACK or REJECTED. */
    APPROVAL("approval"),
    /** Outcome of the deployment phase: whether the release is deployed. */
    DEPLOYED("deployed"),
    /** Whether the window for deployment has opened. */
    WINDOW_OPEN("windowOpen"),
    /** Whether giving up means backing out. */
    DEPLOYMENT_IN_EFFECT("deploymentInEffect"),
    /** LOW, MEDIUM or HIGH. */
    RISK("risk"),
    /** MINOR, MAJOR, SIGNIFICANT or EMERGENCY. */
    KIND("kind"),
    /** How many approvals a plan needs. */
    QUORUM("quorum"),
    /** Whether the release managers are asked beside the approver group. */
    MANAGERS_TOO("managersToo"),
    /** The group that one approval is asked of. */
    APPROVER_GROUP("approverGroup"),
    /** The activity that was added to a phase. */
    ACTIVITY("activityId"),
    /** The step of the back-out plan whose turn it is. */
    BACKOUT_STEP("backoutStep"),

    /** The first of the answers; all above are set by models and delegates. */
    DECISION("decision"),
    OBSERVATIONS("observations"),
    JUSTIFICATION("justification"),
    COMPLEMENT("complement"),
    REASON("reason"),
    OUTCOME("outcome"),
    EXECUTION_RECORD("executionRecord"),
    BACK_OUT("backOut"),
    CLOSURE("closure"),
    RELEASE_DATE("releaseDate"),
    SOLUTION_CATEGORY("solutionCategory"),
    ACCEPTED("accepted"),
    MINUTES_SPENT("minutesSpent");

    private final String key;

    ProcessVariable(String key) {
        this.key = key;
    }

    /** The name in models and forms. */
    public String key() {
        return key;
    }

    /** Whether models and delegates alone may set it; a person who could would decide what others have to. */
    public static boolean isReserved(String name) {
        return Arrays.stream(values()).anyMatch(each -> each.key.equals(name) && each.compareTo(DECISION) < 0);
    }

    /** The names of all of them. */
    public static Set<String> keys() {
        return Arrays.stream(values()).map(ProcessVariable::key).collect(Collectors.toUnmodifiableSet());
    }

    public @Nullable String text(VariableScope scope) {
        Object value = scope.getVariable(key);
        return value == null ? null : value.toString();
    }

    public @Nullable Integer number(VariableScope scope) {
        Object value = scope.getVariable(key);
        return value == null ? null : Integer.valueOf(value.toString());
    }

    public void set(VariableScope scope, Object value) {
        scope.setVariable(key, value);
    }

    /** Sets it for this transaction only. */
    public void setTransient(VariableScope scope, Object value) {
        scope.setVariable(key, passing(value));
    }

    /** What somebody answered, whichever door he came through. */
    public static @Nullable Object answer(VariableScope scope, String name) {
        return scope.getVariable(name);
    }

    /** Whether an answer came through a door that stores it. */
    public static boolean isStored(VariableScope scope, String name) {
        TypedValue value = scope.getVariableTyped(name);
        return value != null && !value.isTransient();
    }

    /** Puts what was read of an answer in its place; one that is stored stays so until it is forgotten. */
    public static void correct(VariableScope scope, String name, @Nullable Object read) {
        scope.setVariable(name, isStored(scope, name) ? read : Variables.untypedValue(read, true));
    }

    /** Removes stored answers, so that none of them answers a later question as well. */
    public static void forget(RuntimeService runtime, String processInstance, Collection<String> names) {
        runtime.removeVariables(processInstance, names);
    }

    /**
     * Answers for the engine, each lasting for this transaction only. Refuses with {@code answer-unknown} what is not for
     * people to answer.
     */
    public static Map<String, Object> answers(Map<String, ?> given) {
        Map<String, Object> passing = Variables.createVariables();
        given.forEach((name, value) -> {
            if (isReserved(name)) {
                throw new Malformed("answer-unknown", name, name);
            }
            if (value != null) {
                passing.put(name, passing(value));
            }
        });
        return passing;
    }

    private static TypedValue passing(Object value) {
        return Variables.untypedValue(value, true);
    }
}
