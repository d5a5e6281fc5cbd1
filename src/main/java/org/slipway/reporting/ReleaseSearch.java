package org.slipway.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slipway.calendar.Calendars;
import org.slipway.release.CurrentTask;
import org.slipway.release.ReleaseProcess;
import org.slipway.shared.Slice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds releases, open and ended. Two statements a page; one more each for a period in another order, for somebody's tasks,
 * for a portfolio and for a category. Pages by keyset, never by counting.
 */
@Component
public class ReleaseSearch {

    private static final int PRESET = 50;
    private static final int FETCHED = 500;
    private static final int FEW = 20_000;
    private static final int FEW_TASKS = 1_000;

    /** In a plan; the first is that of all of it. */
    private static final Pattern EXPECTED = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streaming;
    private final ReleaseProcess process;
    private final Calendars calendars;
    private final Asking asking;
    private final Clock clock;

    ReleaseSearch(
            JdbcClient jdbc,
            DataSource database,
            ReleaseProcess process,
            Calendars calendars,
            Asking asking,
            Clock clock) {
        this.jdbc = jdbc;
        // PostgreSQL's driver holds a whole result unless it is told how much to fetch at once.
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(FETCHED);
        this.streaming = new NamedParameterJdbcTemplate(template);
        this.process = process;
        this.calendars = calendars;
        this.asking = asking;
        this.clock = clock;
    }

    /** Refuses with {@code sort-unknown} and {@code page-unknown}. */
    // No transaction of its own: each statement would see its own moment all the same, and to end it is one more way to
    // go.
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Slice<FoundRelease> find(ReleaseQuestion question) {
        Instant now = clock.instant();
        SortOrder order = SortOrder.of(question);
        ReleaseConditions conditions = asking.conditions(question, now);
        order.narrow(conditions);
        order.goOn(question.after(), conditions);
        int limit = question.limit() == null ? PRESET : question.limit();
        FoundRows rows = new FoundRows(calendars, now);
        List<FoundRelease> found = jdbc.sql(page(conditions, order, limit + 1))
                .params(conditions.values())
                .query((row, index) -> rows.map(row))
                .list();
        Slice<FoundRelease> page = Slice.of(found, limit, order::cursor);
        return new Slice<>(withTasks(page.items()), page.next());
    }

    /** These releases, at most 200, without their tasks, in no particular order. */
    @Transactional(readOnly = true)
    public List<FoundRelease> named(Collection<String> numbers) {
        FoundRows rows = new FoundRows(calendars, clock.instant());
        return jdbc.sql("select " + FoundRows.COLUMNS
                        + " from release_record r where r.number in (:numbers) fetch first 200 rows only")
                .param("numbers", numbers)
                .query((row, index) -> rows.map(row))
                .list();
    }

    /**
     * PostgreSQL takes a period, an open task and an order for independent of each other and would go through years to come to
     * a month, or gather everybody's tasks for fifty releases: what is expected to be few is gathered before it is put in
     * order, but not what is many.
     */
    private String page(ReleaseConditions conditions, SortOrder order, int most) {
        if (asking.isPostgreSql()) {
            conditions
                    .ofTasks()
                    .filter(tasks -> expected(tasks, conditions) > FEW_TASKS)
                    .ifPresent(many -> conditions.takeTasksOfEach());
            boolean fewOfAPeriod = conditions
                    .periodInAnotherOrder(order)
                    .filter(period -> expected("select 1 from release_record r where " + period, conditions) <= FEW)
                    .isPresent();
            if (fewOfAPeriod) {
                return conditions.gathered(order.columns(), order.orderBy(), most);
            }
        }
        return "select " + FoundRows.COLUMNS + " from release_record r" + conditions.where() + order.orderBy()
                + conditions.first(most);
    }

    /** How many rows PostgreSQL's statistics promise: to count them takes as long as to gather them. */
    private long expected(String rows, ReleaseConditions conditions) {
        String plan = jdbc.sql("explain (format json) " + rows)
                .params(conditions.values())
                .query(String.class)
                .single();
        Matcher expected = EXPECTED.matcher(plan);
        if (!expected.find()) {
            throw new IllegalStateException("No number of rows in " + plan);
        }
        return Long.parseLong(expected.group(1));
    }

    /** How many there are; for all of them the database has to look at each. */
    @Transactional(readOnly = true)
    public long count(ReleaseQuestion question) {
        ReleaseConditions conditions = asking.conditions(question, clock.instant());
        SortOrder.of(question).narrow(conditions);
        return jdbc.sql("select count(*) from release_record r" + conditions.where())
                .params(conditions.values())
                .query(Long.class)
                .single();
    }

    /**
     * Hands over one after the other, as one statement saw them, and holds only a few at a time. Pages do not matter here.
     *
     * @param most no more than so many
     */
    @Transactional(readOnly = true)
    public void each(ReleaseQuestion question, boolean descriptions, long most, Consumer<ReleaseRow> taker) {
        SortOrder order = SortOrder.of(question);
        ReleaseConditions conditions = asking.conditions(question, clock.instant());
        order.narrow(conditions);
        streaming.query(
                "select " + ReleaseRow.columns(descriptions) + " from release_record r" + conditions.where()
                        + order.orderBy() + conditions.first(most),
                conditions.values(),
                (RowCallbackHandler) row -> taker.accept(ReleaseRow.of(row)));
    }

    private List<FoundRelease> withTasks(List<FoundRelease> found) {
        Map<String, List<CurrentTask>> tasks =
                process.currentTasks(found.stream().map(FoundRelease::number).toList());
        return found.stream()
                .map(each -> each.with(tasks.getOrDefault(each.number(), List.of())))
                .toList();
    }
}
