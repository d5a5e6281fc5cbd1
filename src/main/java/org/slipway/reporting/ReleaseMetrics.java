package org.slipway.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How well releases went in a period, from what the records and the history say: four statements
 * (src/docs/domain.md, Metrics).
 */
@Component
public class ReleaseMetrics {

    private static final Duration PRESET = Duration.ofDays(90);

    /** In what a value is told. */
    public enum Unit {
        /** Of the clock on the wall. */
        MINUTES,
        /** From 0 to 1. */
        SHARE
    }

    /**
     * @param key         such as {@code success-rate}; its name and definition are the texts {@code metric.<key>} and
     *                    {@code metric.<key>.definition}
     * @param value       none when nothing was measured
     * @param numerator   how many of the denominator count; for times, how many were measured
     * @param denominator how many there were
     */
    public record Metric(
            String key,
            @Nullable Double value,
            Unit unit,
            long numerator,
            long denominator,
            Instant from,
            Instant to) {}

    private record Period(Instant from, Instant to) {

        Metric share(String key, long numerator, long denominator) {
            Double value = denominator == 0 ? null : (double) numerator / denominator;
            return new Metric(key, value, Unit.SHARE, numerator, denominator, from, to);
        }

        /** Of a column with seconds. */
        Metric time(String key, ResultSet row, String column, long measured, long denominator) throws SQLException {
            double seconds = row.getDouble(column);
            Double value = row.wasNull() ? null : seconds / 60;
            return new Metric(key, value, Unit.MINUTES, measured, denominator, from, to);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseMetrics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param from  included; 90 days before the end when absent
     * @param to    excluded; now when absent
     * @param group the executor group
     */
    @Transactional(readOnly = true)
    public List<Metric> of(
            @Nullable Instant from, @Nullable Instant to, @Nullable String model, @Nullable String group) {
        Instant end = to == null ? clock.instant() : to;
        Instant begin = from == null ? end.minus(PRESET) : from;
        if (!begin.isBefore(end)) {
            throw new Malformed("period-order", "to");
        }
        Map<String, Object> values = new HashMap<>();
        values.put("from", begin.atOffset(ZoneOffset.UTC));
        values.put("to", end.atOffset(ZoneOffset.UTC));
        String which = "";
        if (model != null) {
            which += " and r.model = :model";
            values.put("model", model);
        }
        if (group != null) {
            which += " and r.executor_group = :group";
            values.put("group", group);
        }
        Period period = new Period(begin, end);
        List<Metric> concluded = ask(
                """
                select count(*) n, coalesce(sum(case when r.ended_at <= r.deadline then 1 else 0 end), 0) on_time,
                       percentile_cont(0.5) within group (order by extract(epoch from (r.ended_at - r.clock_start))) p50,
                       percentile_cont(0.9) within group (order by extract(epoch from (r.ended_at - r.clock_start))) p90
                  from release_record r
                 where r.status = 'CONCLUDED' and r.ended_at >= :from and r.ended_at < :to""" + which,
                values,
                row -> List.of(
                        period.time("lead-time", row, "p50", row.getLong("n"), row.getLong("n")),
                        period.time("lead-time-p90", row, "p90", row.getLong("n"), row.getLong("n")),
                        period.share("on-time", row.getLong("on_time"), row.getLong("n"))));
        List<Metric> outcomes = ask(
                """
                select coalesce(sum(case when o.status_after = 'CONCLUDED' then 1 else 0 end), 0) succeeded,
                       coalesce(sum(case when o.status_after = 'CONCLUDED' then 0 else 1 end), 0) failed,
                       coalesce(sum(case when o.status_after = 'CONCLUDED' and exists (
                             select 1 from release_occurrence l where l.release_number = o.release_number
                                and l.sequence_number > o.sequence_number and l.status_after = 'REOPENED')
                           then 1 else 0 end), 0) reopened
                  from release_occurrence o join release_record r on r.number = o.release_number
                 where o.at >= :from and o.at < :to and (o.status_after in ('CONCLUDED', 'NOT_SOLVED')
                       or o.status_after = 'CANCELLED' and o.status_before in ('IN_EXECUTION', 'EXECUTED', 'SOLVED'))""" + which,
                values,
                row -> List.of(
                        period.share(
                                "success-rate",
                                row.getLong("succeeded"),
                                row.getLong("succeeded") + row.getLong("failed")),
                        period.share("reopen-rate", row.getLong("reopened"), row.getLong("succeeded"))));
        List<Metric> recoveries = ask(
                """
                select count(*) n, count(x.seconds) recovered,
                       percentile_cont(0.5) within group (order by x.seconds) p50
                  from (select extract(epoch from ((select min(l.at) from release_occurrence l
                                   where l.release_number = o.release_number and l.sequence_number > o.sequence_number
                                     and (l.category = 'BACK_OUT' or l.status_after = 'SOLVED')) - o.at)) seconds
                          from release_occurrence o join release_record r on r.number = o.release_number
                         where o.status_after = 'NOT_SOLVED' and o.at >= :from and o.at < :to""" + which + ") x",
                values,
                row -> List.of(period.time("recovery-time", row, "p50", row.getLong("recovered"), row.getLong("n"))));
        List<Metric> approvals = ask(
                """
                select count(*) n, count(x.seconds) measured,
                       percentile_cont(0.5) within group (order by x.seconds) p50,
                       percentile_cont(0.9) within group (order by x.seconds) p90
                  from (select extract(epoch from (o.at - (select max(l.at) from release_occurrence l
                                   where l.release_number = o.release_number and l.sequence_number < o.sequence_number
                                     and l.status_after = 'PLANNED' and l.status_before <> 'SUSPENDED'))) seconds
                          from release_occurrence o join release_record r on r.number = o.release_number
                         where o.status_before = 'PLANNED' and o.status_after in ('APPROVED', 'REGISTERED', 'REJECTED')
                           and o.at >= :from and o.at < :to""" + which + ") x",
                values,
                row -> List.of(
                        period.time("approval-wait", row, "p50", row.getLong("measured"), row.getLong("n")),
                        period.time("approval-wait-p90", row, "p90", row.getLong("measured"), row.getLong("n"))));
        return List.of(
                concluded.get(0),
                concluded.get(1),
                outcomes.get(0),
                concluded.get(2),
                outcomes.get(1),
                recoveries.get(0),
                approvals.get(0),
                approvals.get(1));
    }

    private interface Reading {
        List<Metric> read(ResultSet row) throws SQLException;
    }

    private List<Metric> ask(String sql, Map<String, Object> values, Reading reading) {
        return jdbc.sql(sql)
                .params(values)
                .query((row, index) -> reading.read(row))
                .single();
    }
}
