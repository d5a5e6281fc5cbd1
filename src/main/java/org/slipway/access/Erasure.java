package org.slipway.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The erasure of one person's data: what rooms do to their own tables, and what it came to. Releases under legal hold are
 * left as they are. Tables and columns are named by code, never by what somebody sent.
 */
public final class Erasure {

    private static final int MOST_LEFT = 20;

    private final JdbcClient jdbc;
    private final String name;
    private final String pseudonym;
    private final Set<String> aliases;
    private final List<String> held;
    private final List<String> words;
    private final Pattern named;
    private final SortedMap<String, Long> rows = new TreeMap<>();
    private final SortedSet<String> left = new TreeSet<>();
    private final SortedSet<String> columns = new TreeSet<>();
    private final List<String> blanked = new ArrayList<>();

    /**
     * @param aliases what else he is called where contacts are kept: full name, address; in lower case
     * @param held    numbers of the releases that are left out
     */
    public Erasure(JdbcClient jdbc, String name, String pseudonym, Set<String> aliases, List<String> held) {
        this.jdbc = jdbc;
        this.name = name;
        this.pseudonym = pseudonym;
        this.aliases = Set.copyOf(aliases);
        this.held = List.copyOf(held);
        this.words = Stream.concat(Stream.of(name.toLowerCase(Locale.ROOT)), aliases.stream())
                .toList();
        this.named = Pattern.compile(
                words.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining(
                                "|", "(?<![\\p{L}\\p{N}._@-])(", ")(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public String name() {
        return name;
    }

    public String pseudonym() {
        return pseudonym;
    }

    public Set<String> aliases() {
        return aliases;
    }

    /** Whether a text names the person, as a word of its own and in whatever case. */
    public boolean isNamedIn(String text) {
        return named.matcher(text).find();
    }

    /** The text with the pseudonym wherever the person {@link #isNamedIn is named}. */
    public String withPseudonym(String text) {
        return named.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
    }

    /** In rows that belong to no release. */
    public void rename(String table, String... in) {
        renameOf(table, null, in);
    }

    /** In rows of releases that are not held; {@code release} is the column with their number. */
    public void renameOfReleases(String table, String release, String... in) {
        renameOf(table, release, in);
    }

    private void renameOf(String table, @Nullable String release, String... in) {
        for (String column : in) {
            columns.add(table + "." + column);
            if (release != null) {
                leave(table, release, column);
            }
            String outside = release == null ? "" : outsideHolds(release);
            run(table, "update " + table + " set " + column + " = :pseudonym where " + column + " = :name" + outside);
        }
    }

    /** Rows that are about nobody else. */
    public void delete(String table, String column) {
        columns.add(table + "." + column);
        run(table, "delete from " + table + " where " + column + " = :name");
    }

    /** As {@link #delete}, of releases that are not held. */
    public void deleteOfReleases(String table, String release, String column) {
        leave(table, release, column);
        columns.add(table + "." + column);
        run(table, "delete from " + table + " where " + column + " = :name" + outsideHolds(release));
    }

    /** In a column of JSON: the name where it is a value, of this field or, with an empty one, of any. */
    public void reword(String table, String column, String field) {
        columns.add(table + "." + column);
        String before = field.isEmpty() ? "\"" : "\"" + field + "\":\"";
        String from = before + name + "\"";
        String to = before + pseudonym + "\"";
        ran(
                table,
                jdbc.sql("update " + table + " set " + column + " = replace(" + column
                                + ", :from, :to) where position(:from in " + column + ") > 0")
                        .param("from", from)
                        .param("to", to)
                        .update());
    }

    /**
     * One statement on a table, which may use {@code :name}, {@code :pseudonym}, {@code :aliases} (if any) and
     * {@code :held}, as {@link #outsideHolds} does.
     */
    public void run(String table, String sql) {
        ran(table, query(sql).update());
    }

    /** As {@link #run}; what the statement says besides is for the room to fill. */
    public JdbcClient.StatementSpec query(String sql) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("pseudonym", pseudonym);
        values.put("aliases", aliases);
        values.put("held", held);
        for (int index = 0; index < words.size(); index++) {
            values.put("word" + index, words.get(index));
        }
        return jdbc.sql(sql).params(values);
    }

    /** A condition that finds texts in which the person might be {@link #isNamedIn named}. */
    public String named(String column) {
        return IntStream.range(0, words.size())
                .mapToObj(index -> "position(:word" + index + " in lower(" + column + ")) > 0")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The end of a condition that leaves held releases out, by the column with their number; empty when there are none. */
    public String outsideHolds(String release) {
        return held.isEmpty() ? "" : " and (" + release + " is null or " + release + " not in (:held))";
    }

    /** The releases that are left out. */
    public List<String> held() {
        return held;
    }

    /** Notes which held releases name the person in this column, and go on doing so. */
    public void leave(String table, String release, String column) {
        if (!held.isEmpty()) {
            left.addAll(query("select distinct " + release + " from " + table + " where " + column + " = :name and "
                            + release + " in (:held) order by " + release + " fetch first " + MOST_LEFT + " rows only")
                    .query(String.class)
                    .list());
        }
    }

    /** Held releases that still name the person, at most twenty. */
    public List<String> left() {
        return left.stream().limit(MOST_LEFT).toList();
    }

    /** So many rows of a table named the person. */
    public void ran(String table, long count) {
        if (count > 0) {
            rows.merge(table, count, Long::sum);
        }
    }

    /**
     * A line of a history or an entry of the journal told of the person and no longer does: by the number of its release, if
     * it has one, a slash, and the line's number or the entry's identifier.
     */
    public void blanked(String what) {
        blanked.add(what);
    }

    /** What no longer tells what it told, in the form of {@link #blanked(String)}. */
    public List<String> blanked() {
        return Collections.unmodifiableList(blanked);
    }

    /** A column that {@link #run} or the room itself looks after. */
    public void lookedAt(String table, String... at) {
        for (String column : at) {
            columns.add(table + "." + column);
        }
    }

    /** How many places named the person, by table. */
    public SortedMap<String, Long> rows() {
        return Collections.unmodifiableSortedMap(rows);
    }

    /** Every column that was looked at, as {@code table.column}. */
    public List<String> columns() {
        return new ArrayList<>(columns);
    }
}
