package org.slipway.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.release.ReleaseStatus;
import org.slipway.shared.Malformed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what a search finds, in the database: five statements, whatever is asked (src/docs/domain.md, Charts). Each count
 * goes with the value that narrows the search to what was counted.
 */
@Component
public class ReleaseCharts {

    private static final int MOST_BUCKETS = 400;
    private static final int MOST_SLICES = 50;

    /** How many releases have this value of the chart's parameter; no value stands for all that are not named. */
    public record Count(@Nullable String key, long count) {}

    /** What was registered and what ended, in whatever way, from one moment to the next. */
    public record Bucket(LocalDate day, Instant from, Instant to, long registered, long ended) {}

    /**
     * @param situations all four, even if nothing is in them
     * @param groups     executor groups, the largest first
     * @param overTime   oldest first, without gaps
     */
    public record Charts(
            long total,
            List<Count> situations,
            List<Count> statuses,
            List<Count> priorities,
            List<Count> groups,
            List<Count> models,
            ChartInterval interval,
            String zone,
            List<Bucket> overTime) {}

    /** How things stand, whatever the time: the charts without the one over time. */
    public record Standing(
            long total,
            List<Count> situations,
            List<Count> statuses,
            List<Count> priorities,
            List<Count> groups,
            List<Count> models) {}

    private record Cell(ReleaseStatus status, boolean late, int priority, long count) {
        ReleaseSituation situation() {
            if (status.isEnded()) {
                return ReleaseSituation.ENDED;
            }
            return status == ReleaseStatus.SUSPENDED
                    ? ReleaseSituation.SUSPENDED
                    : late ? ReleaseSituation.DELAYED : ReleaseSituation.IN_PROGRESS;
        }
    }

    private final JdbcClient jdbc;
    private final Asking asking;
    private final Clock clock;

    ReleaseCharts(JdbcClient jdbc, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.clock = clock;
    }

    /** All charts; refuses as {@link #overTime}. */
    @Transactional(readOnly = true)
    public Charts of(ReleaseQuestion question, ChartInterval interval, ZoneId zone) {
        Standing stands = standing(question);
        return new Charts(
                stands.total(),
                stands.situations(),
                stands.statuses(),
                stands.priorities(),
                stands.groups(),
                stands.models(),
                interval,
                zone.getId(),
                overTime(question, interval, zone));
    }

    /** Three statements. */
    @Transactional(readOnly = true)
    public Standing standing(ReleaseQuestion question) {
        Instant now = clock.instant();
        List<Cell> cells = cells(question, now);
        long total = cells.stream().mapToLong(Cell::count).sum();
        return new Standing(
                total,
                Stream.of(ReleaseSituation.values())
                        .map(situation -> new Count(
                                situation.name(),
                                cells.stream()
                                        .filter(each -> each.situation() == situation)
                                        .mapToLong(Cell::count)
                                        .sum()))
                        .toList(),
                counts(cells, cell -> cell.status().ordinal(), ordinal -> ReleaseStatus.values()[ordinal].name()),
                counts(cells, Cell::priority, String::valueOf),
                slices("r.executor_group", question, now, total),
                slices("r.model", question, now, total));
    }

    private List<Cell> cells(ReleaseQuestion question, Instant now) {
        ReleaseConditions conditions = asking.conditions(question, now);
        conditions.values().put("now", now.atOffset(ZoneOffset.UTC));
        return jdbc.sql("select x.status, x.late, x.priority, count(*) from (select r.status, r.priority,"
                        + " case when r.deadline < :now then 1 else 0 end late from release_record r"
                        + conditions.where() + ") x group by x.status, x.late, x.priority")
                .params(conditions.values())
                .query((row, index) -> new Cell(
                        ReleaseStatus.valueOf(row.getString(1)), row.getInt(2) == 1, row.getInt(3), row.getLong(4)))
                .list();
    }

    private List<Count> slices(String column, ReleaseQuestion question, Instant now, long total) {
        ReleaseConditions conditions = asking.conditions(question, now);
        List<Count> slices = new ArrayList<>(jdbc.sql("select " + column + ", count(*) from release_record r"
                        + conditions.where() + " group by " + column + " order by count(*) desc, " + column
                        + " fetch first " + MOST_SLICES + " rows only")
                .params(conditions.values())
                .query((row, index) -> new Count(row.getString(1), row.getLong(2)))
                .list());
        long others = total - slices.stream().mapToLong(Count::count).sum();
        if (others > 0) {
            slices.add(new Count(null, others));
        }
        return List.copyOf(slices);
    }

    /**
     * What came and went, oldest first, in two statements. The period is that of registration, or else that of the end, or
     * else the last days, weeks or months. Refuses with {@code period-too-long} one of more than {@value MOST_BUCKETS} of
     * them.
     */
    @Transactional(readOnly = true)
    public List<Bucket> overTime(ReleaseQuestion question, ChartInterval interval, ZoneId zone) {
        Instant now = clock.instant();
        Instant end = Optional.ofNullable(question.openedTo())
                .or(() -> Optional.ofNullable(question.closedTo()))
                .orElse(now);
        LocalDate last = interval.start(end.minusMillis(1).atZone(zone).toLocalDate());
        Instant begin = question.openedFrom() != null ? question.openedFrom() : question.closedFrom();
        LocalDate first = begin == null
                ? interval.plus(last, 1 - interval.preset())
                : interval.start(begin.atZone(zone).toLocalDate());
        List<LocalDate> days = Stream.iterate(first, day -> !day.isAfter(last), day -> interval.plus(day, 1))
                .limit(MOST_BUCKETS + 1L)
                .toList();
        if (days.size() > MOST_BUCKETS) {
            throw new Malformed("period-too-long", "interval", MOST_BUCKETS);
        }
        Instant from = first.atStartOfDay(zone).toInstant();
        Map<LocalDate, Long> registered = perBucket("r.registered_at", question, from, end, interval, zone, now);
        Map<LocalDate, Long> ended = perBucket("r.ended_at", question, from, end, interval, zone, now);
        return days.stream()
                .map(day -> new Bucket(
                        day,
                        day.atStartOfDay(zone).toInstant(),
                        interval.plus(day, 1).atStartOfDay(zone).toInstant(),
                        registered.getOrDefault(day, 0L),
                        ended.getOrDefault(day, 0L)))
                .toList();
    }

    private Map<LocalDate, Long> perBucket(
            String column,
            ReleaseQuestion question,
            Instant from,
            Instant to,
            ChartInterval interval,
            ZoneId zone,
            Instant now) {
        ReleaseConditions conditions = asking.conditions(question, now);
        conditions.and(column + " >= :seriesFrom", "seriesFrom", from.atOffset(ZoneOffset.UTC));
        conditions.and(column + " < :seriesTo", "seriesTo", to.atOffset(ZoneOffset.UTC));
        conditions.values().put("zone", zone.getId());
        String local = "(" + column + " at time zone cast(:zone as varchar(64)))";
        Map<LocalDate, Long> found = new TreeMap<>();
        jdbc.sql("select x.y, x.m, x.d, count(*) from (select extract(year from " + local + ") y, extract(month from "
                        + local + ") m, extract(day from " + local + ") d from release_record r" + conditions.where()
                        + ") x group by x.y, x.m, x.d")
                .params(conditions.values())
                .query(row -> {
                    LocalDate day = LocalDate.of(row.getInt(1), row.getInt(2), row.getInt(3));
                    found.merge(interval.start(day), row.getLong(4), Long::sum);
                });
        return found;
    }

    private static List<Count> counts(List<Cell> cells, Function<Cell, Integer> key, Function<Integer, String> name) {
        return cells.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.summingLong(Cell::count)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> new Count(name.apply(entry.getKey()), entry.getValue()))
                .toList();
    }
}
