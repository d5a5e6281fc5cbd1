package org.slipway.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slipway.reporting.ReleaseQuestion;
import org.springframework.core.ResolvableType;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.util.UriComponentsBuilder;

/** Every filter and every order that the search of releases offers, and the SQL that somebody would write by hand for it. */
final class Questions {

    private static final String TASKS = "exists (select 1 from ACT_RU_EXECUTION e join ACT_RU_TASK t"
            + " on t.PROC_INST_ID_ = e.ID_ where e.BUSINESS_KEY_ = r.number and ";
    private static final String NUMBERS = "r.number in (select %s from %s)";

    private final Map<String, String> asked = new LinkedHashMap<>();

    private Questions() {}

    /** What is asked after the address of the search, and what follows {@code from release_record r} by hand. */
    static Map<String, String> all() {
        Questions questions = new Questions();
        questions.columns();
        questions.situations();
        questions.tasks();
        questions.periods();
        questions.links();
        questions.texts();
        questions.orders();
        return questions.asked;
    }

    /** A question as the search understands it. */
    static ReleaseQuestion read(String question) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        UriComponentsBuilder.fromUriString("/?" + question)
                .build()
                .getQueryParams()
                .forEach((name, all) -> request.addParameter(name, all.toArray(String[]::new)));
        ServletRequestDataBinder binder = new ServletRequestDataBinder(null);
        binder.setTargetType(ResolvableType.forClass(ReleaseQuestion.class));
        binder.setConversionService(new DefaultFormattingConversionService());
        binder.construct(request);
        return (ReleaseQuestion) Objects.requireNonNull(binder.getTarget());
    }

    private void columns() {
        asked.put("", "order by r.number desc");
        equal("status=IN_EXECUTION", "status = 'IN_EXECUTION' and r.ended_at is null");
        equal("status=CANCELLED&status=REJECTED", "status in ('CANCELLED', 'REJECTED') and r.ended_at is not null");
        equal("priority=1", "priority = 1");
        equal("requester=person62", "requester = 'person62'");
        equal("registrar=person37", "registrar = 'person37'");
        equal("responsible=person41", "responsible = 'person41'");
        equal("executorGroup=group7", "executor_group = 'group7'");
        equal("approverGroup=approvers3", "approver_group = 'approvers3'");
        equal("contract=internal", "contract = 'internal'");
        equal("unit=unit7", "contact_unit = 'unit7'");
        equal("location=location7", "contact_location = 'location7'");
        asked.put(
                "phase=CLOSURE", "where r.phase between 'CLOSURE' and 'CLOSURE' order by r.phase desc, r.number desc");
        equal("cycle=2", "cycle_number = 2");
        equal("model=minor", "model = 'minor'");
        equal("portfolio=general", "model in (select model_key from portfolio_model where portfolio_key = 'general')");
        equal(
                "category=Maintenance",
                "model in (select model_key from portfolio_model where category = 'Maintenance')");
        equal("open=true", "ended_at is null");
        equal("open=false", "ended_at is not null");
        // Several at once, as somebody narrows what he sees.
        equal(
                "executorGroup=group7&priority=5&model=standard&open=false",
                "executor_group = 'group7' and r.priority = 5 and r.model = 'standard' and r.ended_at is not null");
    }

    private void equal(String question, String condition) {
        asked.put(question, "where r." + condition + " order by r.number desc");
    }

    private void situations() {
        String going = "where r.ended_at is null and r.status <> 'SUSPENDED' and r.deadline ";
        asked.put("situation=IN_PROGRESS", going + ">= now() order by r.number desc");
        asked.put("situation=DELAYED&sort=deadline", going + "< now() order by r.deadline, r.number");
        equal("situation=SUSPENDED", "ended_at is null and r.status = 'SUSPENDED'");
        equal("situation=ENDED", "ended_at is not null");
    }

    private void tasks() {
        open("assigned=MINE", TASKS + "t.ASSIGNEE_ = 'operator')");
        open("assigned=person04", TASKS + "t.ASSIGNEE_ = 'person04')");
        open("assigned=UNASSIGNED", TASKS + "t.ASSIGNEE_ is null)");
        open(
                "assigned=OFFERED",
                TASKS + "t.ASSIGNEE_ is null and exists (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_"
                        + " and l.GROUP_ID_ = 'operations') offset 0)");
        String newest = "tREL-" + (10_000_000 + GeneratedReleases.MANY);
        equal(
                "task=" + newest + "&task=nobodys",
                "number in (select e.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
                        + " where t.ID_ in ('" + newest + "', 'nobodys'))");
    }

    private void open(String question, String condition) {
        asked.put(
                question + "&open=true&sort=deadline",
                "where r.ended_at is null and " + condition + " order by r.deadline, r.number");
    }

    private void periods() {
        for (String period : List.of(
                "opened:registered_at",
                "closed:ended_at",
                "planning:planning_start",
                "deployment:deployment_start",
                "deadline:deadline")) {
            String name = period.substring(0, period.indexOf(':'));
            String column = "r." + period.substring(period.indexOf(':') + 1);
            String month = name + "From=2025-01-01T00:00:00Z&" + name + "To=2025-02-01T00:00:00Z";
            String within = column + " >= '2025-01-01Z' and " + column + " < '2025-02-01Z'";
            asked.put(month + "&sort=-" + name, "where " + within + " order by " + column + " desc, r.number desc");
            asked.put(
                    month + "&sort=number",
                    "where r.number in (select x.number from (select r.number from release_record r where " + within
                            + " offset 0) x order by x.number fetch first 51 rows only) order by r.number");
        }
    }

    private void links() {
        numbers(
                "configurationItem=dc-rotterdam",
                "l.release_number",
                "link_release_item l where l.item_key = 'dc-rotterdam'");
        numbers(
                "change=CHG-1000142",
                "l.release_number",
                "link_release_change l where l.change_number = 'CHG-1000142'");
        numbers("follower=person59", "f.release_number", "release_follower f where f.person = 'person59'");
    }

    private void texts() {
        numbers("text=settlement", "x.number", "reporting_text x where x.words like '%settlement%'");
        numbers("text=t7919.", "x.number", "reporting_text x where x.words like '%t7919.%'");
        numbers("contact=c530@", "x.number", "reporting_text x where x.contact like '%c530@%'");
    }

    private void numbers(String question, String column, String source) {
        asked.put(question, "where " + NUMBERS.formatted(column, source) + " order by r.number desc");
    }

    private void orders() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("number", "r.number");
        columns.put("opened", "r.registered_at");
        columns.put("requester", "r.requester");
        columns.put("status", "r.status");
        columns.put("priority", "r.priority");
        columns.put("group", "r.executor_group");
        columns.put("deadline", "r.deadline");
        columns.put("closed", "r.ended_at");
        columns.put("planning", "r.planning_start");
        columns.put("deployment", "r.deployment_start");
        columns.forEach((sort, column) -> {
            for (String filter : sort.equals("closed") ? List.of("") : List.of("", "open=true")) {
                for (String direction : List.of("", "-")) {
                    String by = " order by " + column + (direction.isEmpty() ? "" : " desc");
                    String where = sort.equals("closed")
                            ? "where r.ended_at is not null"
                            : filter.isEmpty() ? "" : "where r.ended_at is null";
                    asked.put(
                            (filter.isEmpty() ? "" : filter + "&") + "sort=" + direction + sort,
                            where
                                    + by
                                    + (sort.equals("number")
                                            ? ""
                                            : ", r.number" + (direction.isEmpty() ? "" : " desc")));
                }
            }
        });
    }
}
