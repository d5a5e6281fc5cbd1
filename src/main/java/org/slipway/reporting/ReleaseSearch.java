package org.slipway.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slipway.access.CurrentUser;
import org.slipway.calendar.Calendars;
import org.slipway.release.CurrentTask;
import org.slipway.release.ReleaseProcess;
import org.slipway.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds releases, open and ended. Two statements a page, whatever is asked; pages by keyset, never by counting. */
@Component
public class ReleaseSearch {

    private static final int PRESET = 50;

    private record Row(FoundRelease found, String cursor) {}

    private final JdbcClient jdbc;
    private final ReleaseProcess process;
    private final Calendars calendars;
    private final CurrentUser currentUser;
    private final Clock clock;

    ReleaseSearch(JdbcClient jdbc, ReleaseProcess process, Calendars calendars, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.process = process;
        this.calendars = calendars;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Refuses with {@code sort-unknown} and {@code page-unknown}. */
    @Transactional(readOnly = true)
    public Slice<FoundRelease> find(ReleaseQuestion question) {
        Instant now = clock.instant();
        SortOrder order = SortOrder.of(question);
        ReleaseConditions conditions = new ReleaseConditions(question, currentUser.id(), currentUser.groups(), now);
        order.narrow(conditions);
        order.goOn(question.after(), conditions);
        int limit = question.limit() == null ? PRESET : question.limit();
        String sql = "select r.*, " + order.key() + " sort_key from release_record r" + conditions.where()
                + order.orderBy() + " fetch first " + (limit + 1) + " rows only";
        FoundRows rows = new FoundRows(calendars, now);
        List<Row> found = jdbc.sql(sql)
                .params(conditions.values())
                .query((row, index) ->
                        new Row(rows.map(row), SortOrder.cursor(row.getString("sort_key"), row.getString("number"))))
                .list();
        Slice<Row> page = Slice.of(found, limit, Row::cursor);
        return new Slice<>(withTasks(page.items()), page.next());
    }

    /** These releases, at most 200, without their tasks, in no particular order. */
    @Transactional(readOnly = true)
    public List<FoundRelease> named(Collection<String> numbers) {
        FoundRows rows = new FoundRows(calendars, clock.instant());
        return jdbc.sql("select r.* from release_record r where r.number in (:numbers) fetch first 200 rows only")
                .param("numbers", numbers)
                .query((row, index) -> rows.map(row))
                .list();
    }

    private List<FoundRelease> withTasks(List<Row> rows) {
        Map<String, List<CurrentTask>> tasks = process.currentTasks(
                rows.stream().map(row -> row.found().number()).toList());
        return rows.stream()
                .map(row -> row.found().with(tasks.getOrDefault(row.found().number(), List.of())))
                .toList();
    }
}
