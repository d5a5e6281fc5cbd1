package org.slipway.webapps;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows each table has and how often they were changed: equal before and after, nothing has happened. */
final class EverythingKept {

    /** Who is logged in is no change, nor is what is noted of those who try. */
    private static final Set<String> NO_CHANGE = Set.of(
            "spring_session",
            "spring_session_attributes",
            "access_person_digest",
            "audit_entry",
            "audit_seal",
            "audit_head");

    private EverythingKept() {}

    static Map<String, String> in(JdbcClient jdbc) {
        Map<String, String> kept = new TreeMap<>();
        jdbc
                .sql("""
                        select lower(t.table_name) name,
                               (select max(lower(c.column_name)) from information_schema.columns c
                                 where c.table_schema = t.table_schema and c.table_name = t.table_name
                                   and lower(c.column_name) in ('rev_', 'revision')) revision
                          from information_schema.tables t
                         where t.table_type = 'BASE TABLE'
                           and lower(t.table_schema) not in ('information_schema', 'pg_catalog')
                        """)
                .query((row, number) -> new String[] {row.getString("name"), row.getString("revision")})
                .list()
                .stream()
                .filter(table -> !NO_CHANGE.contains(table[0]))
                .forEach(table -> kept.put(table[0], counted(jdbc, table[0], table[1])));
        return kept;
    }

    private static String counted(JdbcClient jdbc, String table, @Nullable String revision) {
        return jdbc.sql("select concat(count(*), ' ', sum(" + (revision == null ? "1" : revision) + ")) from " + table)
                .query(String.class)
                .single();
    }
}
