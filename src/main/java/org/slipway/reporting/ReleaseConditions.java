package org.slipway.reporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.release.ReleaseStatus;

/** A question as SQL over {@code release_record r}. What a person wrote is a parameter, never a part of the statement. */
final class ReleaseConditions {

    /** Of one release after another: OFFSET keeps PostgreSQL from gathering the tasks of all. */
    private static final String OF_ONE = "exists (select 1 from ACT_RU_EXECUTION e"
            + " join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_%s where e.BUSINESS_KEY_ = r.number and %s offset 0 rows)";

    private static final String OF_ALL = "select e.BUSINESS_KEY_ from ACT_RU_TASK t"
            + " join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_%s where %s";
    private static final String SHARED = " join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'";

    private static final String TEXTS = "r.number in (select t.number from reporting_text t where %s)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<String>> periods = new LinkedHashMap<>();
    private String ofOne = "";
    private String ofAll = "";

    /**
     * @param person    who asks
     * @param groups    those he belongs to
     * @param textApart whether the text to look in lies in a table of its own
     */
    ReleaseConditions(ReleaseQuestion question, String person, Set<String> groups, Instant now, boolean textApart) {
        any("r.status", "status", question.status() == null ? null : names(question.status()));
        any("r.priority", "priority", question.priority());
        is("r.requester", "requester", question.requester());
        is("r.registrar", "registrar", question.registrar());
        is("r.responsible", "responsible", question.responsible());
        is("r.executor_group", "executorGroup", question.executorGroup());
        is("r.approver_group", "approverGroup", question.approverGroup());
        is("r.contract", "contract", question.contract());
        is("r.contact_unit", "unit", question.unit());
        is("r.contact_location", "location", question.location());
        // Not "=": then the order by phase and number would be one by number alone (SortOrder).
        when(question.phase() == null ? null : question.phase().name(), "phase", "r.phase between :phase and :phase");
        is("r.cycle_number", "cycle", question.cycle());
        is("r.model", "model", question.model());
        if (textApart) {
            containing("t.contact", "contact", question.contact(), TEXTS);
            containing("t.words", "text", question.text(), TEXTS);
        } else {
            containing("lower(r.contact_name || chr(10) || r.contact_email)", "contact", question.contact(), "%s");
            containing(
                    "lower(r.number || chr(10) || r.title || chr(10) || r.description)", "text", question.text(), "%s");
        }
        situations(question.situation(), now);
        // What follows from the statuses or from an open task the database cannot know; it has indexes for either.
        if (Boolean.TRUE.equals(question.open()) || question.assigned() != null || all(question.status(), false)) {
            and("r.ended_at is null");
        }
        if (Boolean.FALSE.equals(question.open()) || all(question.status(), true)) {
            and("r.ended_at is not null");
        }
        assigned(question.assigned(), person, groups);
        between("r.registered_at", "opened", question.openedFrom(), question.openedTo());
        between("r.ended_at", "closed", question.closedFrom(), question.closedTo());
        between("r.planning_start", "planning", question.planningFrom(), question.planningTo());
        between("r.deployment_start", "deployment", question.deploymentFrom(), question.deploymentTo());
        between("r.deadline", "deadline", question.deadlineFrom(), question.deadlineTo());
        when(
                question.configurationItem(),
                "item",
                "r.number in (select i.release_number from link_release_item i where i.item_key = :item)");
        when(
                question.change(),
                "change",
                "r.number in (select c.release_number from link_release_change c where c.change_number = :change)");
        when(
                "ME".equals(question.follower()) ? person : question.follower(),
                "follower",
                "r.number in (select f.release_number from release_follower f where f.person = :follower)");
        List<String> tasks = question.task();
        when(
                tasks == null || tasks.isEmpty() ? null : tasks,
                "tasks",
                "r.number in (select e.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION e"
                        + " on e.ID_ = t.PROC_INST_ID_ where t.ID_ in (:tasks))");
    }

    private static boolean all(@Nullable List<ReleaseStatus> statuses, boolean ended) {
        return statuses != null
                && !statuses.isEmpty()
                && statuses.stream().allMatch(status -> status.isEnded() == ended);
    }

    void and(String condition) {
        conditions.add(condition);
    }

    void and(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    Map<String, Object> values() {
        return values;
    }

    /** Beginning with {@code where}, or nothing. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /**
     * The first so many that meet them, in an order that PostgreSQL does not go along: OFFSET has it gather all of them before.
     * Numbers first: often an index has all that they are chosen by, and no row is read in vain.
     *
     * @param ordered the columns that are put in order, and the number
     */
    String gathered(String ordered, String orderBy, long rows) {
        return "select " + FoundRows.COLUMNS + " from release_record r where r.number in (select r.number from (select "
                + ordered + " from release_record r" + where() + " offset 0) r" + orderBy + first(rows) + ")" + orderBy;
    }

    /**
     * At most so many rows. What depends on values has this as one of them, so that PostgreSQL plans for what is asked: it
     * keeps one plan for all values when that looks cheap, and with a small limit looking through everything does, which for
     * a value that hardly any release has takes minutes.
     */
    String first(long rows) {
        if (values.isEmpty()) {
            return " fetch first " + rows + " rows only";
        }
        values.put("first", rows);
        return " fetch first :first rows only";
    }

    /** The releases of all the tasks that are asked for, once for each; nothing when it does not matter who has tasks. */
    Optional<String> ofTasks() {
        return ofAll.isEmpty() ? Optional.empty() : Optional.of(ofAll);
    }

    /** Looks for the tasks of each release, not for the releases of the tasks: for a page when there are many tasks. */
    void takeTasksOfEach() {
        conditions.set(conditions.indexOf(among(ofAll)), ofOne);
    }

    private static String among(String releases) {
        return "r.number in (" + releases + ")";
    }

    private void situations(@Nullable List<ReleaseSituation> wanted, Instant now) {
        if (wanted != null && !wanted.isEmpty()) {
            and(
                    wanted.stream()
                            .distinct()
                            .map(ReleaseSituation::condition)
                            .collect(Collectors.joining(" or ", "(", ")")),
                    "now",
                    now.atOffset(ZoneOffset.UTC));
        }
    }

    private void assigned(@Nullable String whom, String person, Set<String> groups) {
        if (whom == null) {
            return;
        }
        values.put("person", whom.equals("MINE") || whom.equals("OFFERED") ? person : whom);
        switch (whom) {
            case "UNASSIGNED" -> tasks("", "t.ASSIGNEE_ is null");
            case "OFFERED" -> {
                tasks(SHARED, "t.ASSIGNEE_ is null and (l.USER_ID_ = :person or l.GROUP_ID_ in (:groups))");
                values.put("groups", groups.isEmpty() ? Set.of("-") : groups);
            }
            default -> {
                tasks("", "t.ASSIGNEE_ = :person");
                String held = ofOne;
                String heldByAll = ofAll;
                tasks(SHARED, "l.USER_ID_ = :person");
                ofOne = "(" + held + " or " + ofOne + ")";
                ofAll = heldByAll + " union all " + ofAll;
            }
        }
        and(among(ofAll));
    }

    private void tasks(String source, String condition) {
        ofOne = OF_ONE.formatted(source, condition);
        ofAll = OF_ALL.formatted(source, condition);
    }

    private void containing(String expression, String name, @Nullable String text, String frame) {
        if (text != null && !text.isBlank()) {
            String escaped = text.strip()
                    .toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            and(frame.formatted(expression + " like :" + name + " escape '!'"), name, "%" + escaped + "%");
        }
    }

    private void between(String column, String name, @Nullable Instant from, @Nullable Instant to) {
        limit(column, column + " >= :" + name + "From", name + "From", from);
        limit(column, column + " < :" + name + "To", name + "To", to);
    }

    private void limit(String column, String condition, String name, @Nullable Instant moment) {
        if (moment != null) {
            and(condition, name, moment.atOffset(ZoneOffset.UTC));
            periods.computeIfAbsent(column, any -> new ArrayList<>()).add(condition);
        }
    }

    /** The first period that is asked for, unless the order is that of a period. */
    Optional<String> periodInAnotherOrder(SortOrder order) {
        return periods.containsKey(order.column())
                ? Optional.empty()
                : periods.values().stream().findFirst().map(period -> String.join(" and ", period));
    }

    private void any(String column, String name, @Nullable Collection<?> wanted) {
        when(wanted == null || wanted.isEmpty() ? null : wanted, name, column + " in (:" + name + ")");
    }

    private void is(String column, String name, @Nullable Object wanted) {
        when(wanted, name, column + " = :" + name);
    }

    private void when(@Nullable Object wanted, String name, String condition) {
        if (wanted != null) {
            and(condition, name, wanted);
        }
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().<String>map(Enum::name).toList();
    }
}
