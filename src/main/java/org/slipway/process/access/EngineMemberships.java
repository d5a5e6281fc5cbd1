package org.slipway.process.access;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slipway.access.Directory;
import org.slipway.access.Memberships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The memberships of the engine's identity service, page by page, which its own query cannot tell. */
@Component
class EngineMemberships implements Memberships {

    /** In the place of an empty list, which SQL does not know. */
    private static final Set<String> NOBODY = Set.of("");

    private static final String PEOPLE = """
            select u.ID_ from ACT_ID_USER u
             where u.ID_ >= :from
               and (u.ID_ in (:people)
                    or exists (select 1 from ACT_ID_MEMBERSHIP m where m.USER_ID_ = u.ID_ and m.GROUP_ID_ in (:groups)))
               and (:only = '' or u.ID_ = :only)
               and (:text = '' or lower(u.ID_) like :text escape '!'
                    or lower(concat(u.FIRST_, ' ', u.LAST_)) like :text escape '!')
             order by u.ID_
             fetch first %d rows only
            """;

    private static final String GROUPS = """
            select m.USER_ID_ person, m.GROUP_ID_ member_of from ACT_ID_MEMBERSHIP m
             where m.USER_ID_ in (:people) and m.GROUP_ID_ in (:groups)
            """;

    private record Row(String person, String memberOf) {}

    private final JdbcClient jdbc;
    private final Directory directory;

    EngineMemberships(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public List<Member> find(Wanted wanted, String from, int limit) {
        Set<String> groups = wanted.groups().isEmpty() ? NOBODY : wanted.groups();
        List<String> people = jdbc.sql(PEOPLE.formatted(limit))
                .param("from", from)
                .param("people", wanted.people().isEmpty() ? NOBODY : wanted.people())
                .param("groups", groups)
                .param("only", wanted.only() == null ? "" : wanted.only())
                .param("text", wanted.text().isBlank() ? "" : containing(wanted.text()))
                .query(String.class)
                .list();
        if (people.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> groupsOf = new HashMap<>();
        jdbc.sql(GROUPS)
                .param("people", people)
                .param("groups", groups)
                .query(Row.class)
                .list()
                .forEach(row -> groupsOf.computeIfAbsent(row.person(), first -> new TreeSet<>())
                        .add(row.memberOf()));
        Map<String, String> names = directory.names(people);
        return people.stream()
                .map(person ->
                        new Member(person, names.getOrDefault(person, person), groupsOf.getOrDefault(person, Set.of())))
                .toList();
    }

    private static String containing(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
