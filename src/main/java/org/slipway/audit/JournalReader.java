package org.slipway.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.KeptRuns;
import org.slipway.release.HistoryLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the whole journal from the database, as it stood at one moment (only the strictest isolation gives that on both
 * databases; nobody else asks for it, so nobody is refused), in the order of the chain. Of the histories of
 * releases it reads only. It holds one page of seals and what they stand for, whatever the length of the journal.
 */
@Component
class JournalReader {

    private static final int PAGE = 200;

    private static final String LINES_OF_SEALS =
            "select " + JournalRows.LINE + ", s.position as seal_position from audit_seal s"
                    + " join release_occurrence o on o.release_number = s.release_number"
                    + " and o.sequence_number between s.first_line and s.last_line"
                    + " where s.position > ? and s.position <= ? order by s.position, o.sequence_number";

    private static final String ENTRIES_OF_SEALS =
            "select " + JournalRows.ENTRY + ", s.position as seal_position from audit_seal s"
                    + " join audit_entry e on e.id = s.entry_id where s.position > ? and s.position <= ?";

    private static final String LINES_WITHOUT_SEAL = "select " + JournalRows.LINE + " from release_record r"
            + " join release_occurrence o on o.release_number = r.number and o.sequence_number > r.sealed_count"
            + " order by o.release_number, o.sequence_number";

    /** Those included that claim a place in the chain which no seal gives them. */
    private static final String ENTRIES_WITHOUT_SEAL = "select " + JournalRows.ENTRY + " from audit_entry e"
            + " where e.position is null or not exists"
            + " (select 1 from audit_seal s where s.position = e.position and s.entry_id = e.id) order by e.at, e.id";

    /** Which neither a seal stands for nor a record waits to have sealed; no command leaves any. */
    private static final String LINES_OF_NOBODY = "select " + JournalRows.LINE + " from release_occurrence o"
            + " where not exists (select 1 from release_record r"
            + " where r.number = o.release_number and o.sequence_number > r.sealed_count)"
            + " and not exists (select 1 from audit_seal s where s.release_number = o.release_number"
            + " and o.sequence_number between s.first_line and s.last_line)"
            + " order by o.release_number, o.sequence_number";

    private final JdbcClient jdbc;
    private final Anchors anchors;
    private final KeptRuns kept;

    JournalReader(JdbcClient jdbc, Anchors anchors, KeptRuns kept) {
        this.jdbc = jdbc;
        this.anchors = anchors;
        this.kept = kept;
    }

    @Transactional(isolation = Isolation.SERIALIZABLE, readOnly = true)
    public void read(Consumer<JournalLine> to) {
        AtomicLong counted = new AtomicLong();
        Consumer<JournalLine> reader = line -> {
            if (line instanceof JournalLine.Of.Occurrence) {
                counted.incrementAndGet();
            }
            to.accept(line);
        };
        // First of all, so that everything read afterwards is at least as new.
        Head head = Head.read(jdbc);
        persons(reader);
        anchors.known().anchors().forEach(reader);
        long position = Long.MIN_VALUE;
        List<Seal> seals = sealsAfter(position);
        while (!seals.isEmpty()) {
            long last = seals.get(seals.size() - 1).position();
            readWithContents(seals, position, last, reader);
            position = last;
            seals = sealsAfter(position);
        }
        jdbc.sql(LINES_WITHOUT_SEAL).query(row -> {
            reader.accept(new JournalLine.Of.Occurrence(JournalRows.line(row)));
        });
        jdbc.sql(ENTRIES_WITHOUT_SEAL).query(row -> {
            reader.accept(new JournalLine.Of.Entry(JournalRows.entry(row)));
        });
        long lines = count("release_occurrence");
        if (lines != counted.get()) {
            jdbc.sql(LINES_OF_NOBODY).query(row -> {
                reader.accept(new JournalLine.Of.Occurrence(JournalRows.line(row)));
            });
        }
        kept.each(each -> reader.accept(JournalLine.Of.Kept.of(each)));
        releases(null, reader);
        reader.accept(new JournalLine.Of.End(head.position(), head.hash(), lines, count("audit_entry")));
    }

    /** What concerns one release, without the rest of the chain. */
    @Transactional(isolation = Isolation.SERIALIZABLE, readOnly = true)
    public void read(String release, Consumer<JournalLine> reader) {
        persons(reader);
        Map<Integer, Seal> seals = new HashMap<>();
        jdbc.sql("select " + JournalRows.SEAL + " from audit_seal s where s.release_number = ?")
                .param(release)
                .query(row -> {
                    Seal seal = JournalRows.seal(row);
                    seals.put(seal.first(), seal);
                });
        jdbc.sql("select " + JournalRows.LINE + " from release_occurrence o where o.release_number = ?"
                        + " order by o.sequence_number")
                .param(release)
                .query(row -> {
                    HistoryLine line = JournalRows.line(row);
                    Seal seal = seals.remove(line.sequence());
                    if (seal != null) {
                        reader.accept(new JournalLine.Of.Sealed(seal));
                    }
                    reader.accept(new JournalLine.Of.Occurrence(line));
                });
        seals.values().forEach(seal -> reader.accept(new JournalLine.Of.Sealed(seal)));
        releases(release, reader);
    }

    /** What was kept of the processes of one release, and of these models. */
    void readKept(String release, Collection<String> models, Consumer<JournalLine> reader) {
        kept.each(release, models, each -> reader.accept(JournalLine.Of.Kept.of(each)));
    }

    private void persons(Consumer<JournalLine> reader) {
        jdbc.sql("select person, salt, digest from access_person_digest where person <> '*' order by person")
                .query(row -> {
                    reader.accept(new JournalLine.Of.Person(row.getString(1), row.getString(2), row.getString(3)));
                });
    }

    private List<Seal> sealsAfter(long position) {
        return jdbc.sql("select " + JournalRows.SEAL + " from audit_seal s where s.position > ? order by s.position"
                        + " fetch first " + PAGE + " rows only")
                .param(position)
                .query((row, index) -> JournalRows.seal(row))
                .list();
    }

    private void readWithContents(List<Seal> seals, long after, long last, Consumer<JournalLine> reader) {
        Map<Long, List<JournalLine>> contents = new HashMap<>();
        jdbc.sql(LINES_OF_SEALS).params(after, last).query(row -> {
            contents.computeIfAbsent(row.getLong("seal_position"), position -> new ArrayList<>())
                    .add(new JournalLine.Of.Occurrence(JournalRows.line(row)));
        });
        jdbc.sql(ENTRIES_OF_SEALS).params(after, last).query(row -> {
            contents.computeIfAbsent(row.getLong("seal_position"), position -> new ArrayList<>())
                    .add(new JournalLine.Of.Entry(JournalRows.entry(row)));
        });
        for (Seal seal : seals) {
            reader.accept(new JournalLine.Of.Sealed(seal));
            contents.getOrDefault(seal.position(), List.of()).forEach(reader);
        }
    }

    private void releases(@Nullable String only, Consumer<JournalLine> reader) {
        jdbc.sql("select number, occurrence_count, last_hash from release_record"
                        + (only == null ? " order by number" : " where number = :number"))
                .params(only == null ? Map.of() : Map.of("number", only))
                .query(row -> {
                    reader.accept(new JournalLine.Of.Release(row.getString(1), row.getInt(2), row.getString(3)));
                });
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
