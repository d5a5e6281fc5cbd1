package org.slipway.process.engine.contract;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.joda.time.ReadableInstant;

/**
 * The methods that an expression may call on values, by the type of the value: they read, and lead to nothing but other
 * such values. What is not listed does not exist for models, neither as a method nor as a property. Deliberately absent
 * are {@code getClass}, everything that leads to the engine's services, and what a long argument could make endless.
 */
public final class AllowedMembers {

    private static final String[] VARIABLES = {
        "getVariable", "getVariableLocal", "hasVariable", "hasVariableLocal", "getTenantId"
    };
    private static final String[] MOVED_IN_TIME = {
        "plusYears", "plusMonths", "plusWeeks", "plusDays", "plusHours", "plusMinutes", "plusSeconds",
        "minusYears", "minusMonths", "minusWeeks", "minusDays", "minusHours", "minusMinutes", "minusSeconds",
        "isBefore", "isAfter", "getYear", "getDayOfWeek", "getDayOfMonth", "getDayOfYear"
    };

    private static final Map<Class<?>, Set<String>> BY_TYPE = new LinkedHashMap<>();

    static {
        allow(DelegateExecution.class, VARIABLES);
        allow(
                DelegateExecution.class,
                "getId",
                "getProcessInstanceId",
                "getProcessBusinessKey",
                "getBusinessKey",
                "getProcessDefinitionId",
                "getParentId",
                "getEventName",
                "getCurrentActivityId",
                "getCurrentActivityName",
                "getCurrentTransitionId",
                "getActivityInstanceId",
                "getParentActivityInstanceId",
                "isCanceled");
        allow(DelegateTask.class, VARIABLES);
        allow(
                DelegateTask.class,
                "getId",
                "getName",
                "getDescription",
                "getPriority",
                "getProcessInstanceId",
                "getProcessDefinitionId",
                "getExecutionId",
                "getExecution",
                "getTaskDefinitionKey",
                "getCreateTime",
                "getDueDate",
                "getFollowUpDate",
                "getEventName",
                "getAssignee",
                "getOwner");
        allow(
                DmnDecisionResult.class,
                "getSingleResult",
                "getFirstResult",
                "getSingleEntry",
                "getResultList",
                "collectEntries");
        allow(DmnDecisionResultEntries.class, "getEntry", "getFirstEntry", "getSingleEntry", "getEntryMap");
        allow(Collection.class, "size", "isEmpty", "contains", "containsAll", "get", "indexOf");
        allow(Map.class, "size", "isEmpty", "get", "containsKey", "keySet", "values");
        allow(
                String.class,
                "length",
                "isEmpty",
                "isBlank",
                "equals",
                "equalsIgnoreCase",
                "compareTo",
                "contains",
                "startsWith",
                "endsWith",
                "indexOf",
                "substring",
                "trim",
                "strip",
                "toLowerCase",
                "toUpperCase",
                "concat");
        allow(Number.class, "intValue", "longValue", "doubleValue", "equals", "compareTo", "toString");
        allow(Boolean.class, "booleanValue", "equals", "toString");
        allow(Enum.class, "name", "equals", "toString");
        allow(Date.class, "getTime", "before", "after", "equals", "compareTo");
        allow(Temporal.class, MOVED_IN_TIME);
        allow(Temporal.class, "toLocalDate", "toLocalTime", "toInstant");
        // What dateTime() returns; the stock examples of Tasklist filters use it.
        allow(ReadableInstant.class, MOVED_IN_TIME);
        allow(
                ReadableInstant.class,
                "toDate",
                "getMillis",
                "getHourOfDay",
                "withTimeAtStartOfDay",
                "withDayOfWeek",
                "withDayOfMonth",
                "withDayOfYear",
                "withMonthOfYear",
                "withHourOfDay",
                "withMinuteOfHour",
                "withSecondOfMinute",
                "withMillisOfSecond",
                "withTime");
    }

    private AllowedMembers() {}

    /** Whether an expression may call this method on a value of this type. */
    public static boolean allows(Class<?> type, String method) {
        return BY_TYPE.entrySet().stream()
                .anyMatch(entry -> entry.getKey().isAssignableFrom(type)
                        && entry.getValue().contains(method));
    }

    /** Whether an expression may read this property, {@code name} for {@code getName()}, of a value of this type. */
    public static boolean allowsProperty(Class<?> type, String property) {
        String capital = property.isEmpty() ? "" : Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return allows(type, "get" + capital) || allows(type, "is" + capital);
    }

    /** Whether there is any type on which an expression may call this method. */
    static boolean knows(String method) {
        return BY_TYPE.values().stream().anyMatch(methods -> methods.contains(method));
    }

    private static void allow(Class<?> type, String... methods) {
        BY_TYPE.computeIfAbsent(type, key -> new HashSet<>()).addAll(Arrays.asList(methods));
    }
}
