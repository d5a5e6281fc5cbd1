package org.slipway.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Releases of five years, the same for every run, written straight into the tables: the newest tenth is open and has one
 * task each, offered to a group, half of them held by somebody. Numbers begin far above those that the application gives.
 */
final class ManyReleases {

    private static final String WORDS =
            "payments settlement ledger gateway archive backup mobile portal customer invoice"
                    + " network storage cluster kernel patch upgrade rollout hotfix schema index queue broker cache proxy firewall"
                    + " certificate login report analytics billing shipping inventory pricing search catalogue notification mail"
                    + " calendar planning";

    private static final String RELEASES = """
            insert into release_record (number, revision, title, description, model, contract, requester, registrar, owner,
                responsible, executor_group, level_one_group, approver_group, contact_name, contact_email, contact_unit,
                contact_location,
                impact, urgency, risk, kind, priority, status, phase, planning_start, planning_end, deployment_start,
                deployment_end, notify_on_creation, notify_on_closing, notify_on_other_actions, closure_text, calendar,
                clock_start, ended_at, captured_at, deadline, term_minutes, elapsed_seconds, suspended_seconds,
                registered_at, cycle_number, cancelling, occurrence_count, sealed_count)
            select 'REL-' || (10000000 + g), 8, initcap(w[1 + g * 61 %% 39]) || ' ' || w[1 + (g * 67 + g / 39) %% 39] || ' ' || g %% 97,
                'Brings ' || w[1 + g * 61 %% 39] || ' to all sites; ticket T' || (g * 7919 %% 10000019) || '. '
                    || repeat(w[1 + (g * 67 + g / 39) %% 39] || ' works as before. ', 8),
                case when g %% 20 = 0 then 'emergency' when g %% 50 = 1 then 'minor' else 'standard' end, 'internal',
                'person' || g * 31 %% 2000, 'person' || g * 37 %% 1000, 'person1', 'person' || g * 41 %% 1000,
                'group' || g * 43 %% 50, 'group0', 'approvers' || g * 47 %% 20, 'Contact ' || g * 53 %% 50000,
                'c' || g * 53 %% 50000 || '@example.org', 'unit' || g %% 30,
                'location' || g %% 200, 'MEDIUM', 'MEDIUM', 'LOW', 'NORMAL', 1 + g %% 5,
                case when open then (array['REGISTERED', 'PLANNED', 'APPROVED', 'IN_EXECUTION', 'SUSPENDED'])[1 + g %% 5]
                     when g %% 20 < 17 then 'CONCLUDED' when g %% 20 < 19 then 'CANCELLED' else 'REJECTED' end,
                case when open or g %% 20 > 16 then 'PLANNING' else 'CLOSURE' end, t, t + interval '8 hours',
                t + interval '1 day', t + interval '2 days', true, true, false, case when not open then 'Runs' end, calendar,
                t, case when not open then t + interval '1 hour' * (g %% 70) end, t, t + interval '2 days', 2880, 0, 0, t,
                1 + (g %% 40) / 39, false, 12, 12
              from generate_series(1::bigint, %1$d) g
             cross join lateral (select current_timestamp - interval '5 years' * ((%1$d - g)::float8 / %1$d) t,
                                        g > %1$d * 0.9 open) made
             cross join (select string_to_array('%2$s', ' ') w) words
             cross join (select calendar_key calendar from portfolio_model where model_key = 'standard'
                          fetch first 1 rows only) model""";

    private static final List<String> TASKS = List.of("""
            insert into ACT_RU_EXECUTION (ID_, REV_, ROOT_PROC_INST_ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, IS_ACTIVE_,
                IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_, SEQUENCE_COUNTER_)
            select 'e' || number, 1, 'e' || number, 'e' || number, number, d.id, true, false, true, false, 1, 2, 1
              from release_record cross join (select min(ID_) id from ACT_RE_PROCDEF) d
             where ended_at is null and number like 'REL-1_______'""", """
            insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, ASSIGNEE_,
                PRIORITY_, CREATE_TIME_, SUSPENSION_STATE_)
            select 't' || number, 1, 'e' || number, 'e' || number, d.id, 'Plan release', 'planRelease',
                   case when right(number, 3) = '104' then 'operator'
                        when right(number, 1) < '5' then 'person' || right(number, 2) end, 50, registered_at, 1
              from release_record cross join (select min(ID_) id from ACT_RE_PROCDEF) d
             where ended_at is null and number like 'REL-1_______'""", """
            insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)
            select 'l' || number, 1, case when right(number, 1) = '7' then 'operations' else executor_group end, 'candidate', 't' || number
              from release_record where ended_at is null and number like 'REL-1_______'""");

    /** A thousand changes with two releases in five, the items of the demo with one in five, followers of every second. */
    private static final List<String> LINKS = List.of("""
            insert into link_change (number, title, status, lock_version)
            select 'CHG-' || g, 'Change ' || g, 'APPROVED', 0 from generate_series(1000000, 1000999) g""", """
            insert into link_release_change (id, release_number, change_number, situation, linked_at, linked_by)
            select gen_random_uuid(), number, 'CHG-' || (1000000 + right(number, 7)::bigint * 71 % 1000), 'LINKED',
                   registered_at, 'person1'
              from release_record where number like 'REL-1_______' and right(number, 1) in ('2', '5', '6', '9')""", """
            insert into link_release_item (id, release_number, item_key, by_hand, linked_at, linked_by)
            select gen_random_uuid(), r.number, i.item_key, true, r.registered_at, 'person1'
              from release_record r
              join (select item_key, row_number() over (order by item_key) - 1 place, count(*) over () places
                      from cmdb_item) i on i.place = right(r.number, 7)::bigint / 5 % i.places
             where r.number like 'REL-1_______' and right(r.number, 1) in ('0', '5')""", """
            insert into release_follower (id, release_number, person)
            select gen_random_uuid(), number, 'person' || right(number, 7)::bigint * 59 % 2000
              from release_record where number like 'REL-1_______' and right(number, 1) in ('1', '3', '4', '7', '8')""");

    private ManyReleases() {}

    /** Without the indexes, which are made again at the end; the tables are as the application has them then. */
    static void write(Connection database, int count) throws SQLException {
        try (Statement statement = database.createStatement()) {
            List<String> indexes = new ArrayList<>();
            try (ResultSet found =
                    statement.executeQuery("select indexname, indexdef from pg_indexes where tablename in"
                            + " ('release_record', 'reporting_text') and indexname not like '%_pkey'")) {
                while (found.next()) {
                    indexes.add(found.getString(1));
                    indexes.add(found.getString(2));
                }
            }
            statement.execute("set maintenance_work_mem = '512MB'");
            for (int i = 0; i < indexes.size(); i += 2) {
                statement.execute("drop index " + indexes.get(i));
            }
            statement.execute("update portfolio_model set category = 'Maintenance' where model_key = 'minor'");
            statement.execute(RELEASES.formatted(count, WORDS));
            for (int i = 1; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            // What they name is there: nobody has to look for it again.
            statement.execute("set session_replication_role = replica");
            for (String rows : TASKS) {
                statement.execute(rows);
            }
            for (String rows : LINKS) {
                statement.execute(rows);
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }
}
