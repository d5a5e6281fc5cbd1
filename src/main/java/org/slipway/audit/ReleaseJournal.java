package org.slipway.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slipway.release.HistoryLine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the journal says of one release, in the form in which all of it is exported, and the part of the chain of seals that
 * shows that it belongs to the journal (src/docs/domain.md, Audit pack). All of it is read as of the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class ReleaseJournal {

    private static final int FETCHED = 500;

    /** Those on the release, and those that account for what was taken out of its lines and entries. */
    private static final String ENTRIES =
            " where e.id in (select o.id from audit_entry o where o.release_number = :release"
                    + " union all select b.id from audit_entry b where b.kind = '" + EntryKind.BLANKING + "' and ("
                    + "position(:within in b.detail) > 0"
                    + " or b.subject in (select l.person from release_occurrence l where l.release_number = :release)"
                    + " or b.subject in (select d.person from audit_entry d where d.release_number = :release)"
                    + " or b.subject = '" + Journal.PERIOD + "' and exists (select 1 from audit_entry f"
                    + " where f.release_number = :release and f.faded = true"
                    + " and position(concat(' ', f.position, ' ') in b.detail) > 0)))";

    private static final String OF_THE_RELEASE =
            " (s.release_number = :release or s.position in (select e.position from audit_entry e" + ENTRIES + "))";

    private final JournalReader reader;
    private final Sealing sealing;
    private final Anchors anchors;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ReleaseJournal(JournalReader reader, Sealing sealing, Anchors anchors, DataSource source, ObjectMapper json) {
        this.reader = reader;
        this.sealing = sealing;
        this.anchors = anchors;
        JdbcTemplate fetching = new JdbcTemplate(source);
        fetching.setFetchSize(FETCHED);
        this.jdbc = JdbcClient.create(fetching);
        this.json = json;
    }

    /**
     * @param position  of the head, the newest seal
     * @param hash      of the head
     * @param unbroken  whether every seal from the release's first one to the head was written
     */
    public record Chain(long position, String hash, boolean unbroken) {}

    /**
     * @param whole    whether nothing was bent
     * @param anchors  how many places of the chain were compared with what was said of them outside
     * @param findings where it was bent, at most a hundred
     */
    public record Verdict(boolean whole, long anchors, List<ReleaseJournalCheck.Problem> findings) {}

    /** Before a transaction begins that is to see it: seals whatever has been committed. */
    @Transactional(propagation = Propagation.NEVER)
    public void seal() {
        sealing.sealAll();
    }

    /** The release's history, oldest first. */
    public void histories(String release, Consumer<HistoryLine> to) {
        reader.read(release, line -> {
            if (line instanceof JournalLine.Of.Occurrence occurrence) {
                to.accept(occurrence.line());
            }
        });
    }

    /** Knows what was said of the chain outside; to be shown what is written. */
    public ReleaseJournalCheck begin() {
        return begin(anchors.known());
    }

    private static ReleaseJournalCheck begin(Anchors.Known outside) {
        ReleaseJournalCheck check = new ReleaseJournalCheck();
        check.know(outside);
        return check;
    }

    /** The release's history and the entries that concern it, with their seals, and nobody who has no part in them. */
    public void writeLines(String release, ReleaseJournalCheck shown, OutputStream out) {
        Lines lines = new Lines(out);
        lines(release, line -> {
            shown.read(line);
            lines.accept(line);
        });
    }

    /**
     * Every seal from the release's first one to the head; where that would be too many, those of the release and the head.
     *
     * @param most how many seals are not too many
     */
    public Chain writeChain(String release, long most, ReleaseJournalCheck shown, OutputStream out) {
        Lines lines = new Lines(out);
        return chain(
                release,
                most,
                before -> {
                    shown.follow(before);
                    lines.write(before);
                },
                seal -> {
                    shown.follow(seal);
                    lines.write(seal);
                });
    }

    /** On what was written, by the rules by which it is verified where it is. */
    public Verdict verdict(String release, Chain chain, ReleaseJournalCheck shown) {
        Verification found = result(release, chain, shown);
        return new Verdict(
                found.valid(),
                found.anchors(),
                found.findings().stream().map(ReleaseJournalCheck::problem).toList());
    }

    /** Checks it where it is, by the rules by which a pack is checked. */
    Verification check(String release, long most, Anchors.Known outside) {
        ReleaseJournalCheck check = begin(outside);
        lines(release, check::read);
        return result(release, chain(release, most, check::follow, check::follow), check);
    }

    private Verification result(String release, Chain chain, ReleaseJournalCheck check) {
        jdbc.sql("select s.position, s.entry_id from audit_seal s where s.entry_id is not null and s.position >= :first"
                        + " and not exists (select 1 from audit_entry e where e.id = s.entry_id) order by s.position"
                        + " fetch first 1 rows only")
                .param("first", first(release))
                .query(row -> {
                    check.miss(row.getLong(1), row.getString(2));
                });
        return check.result(chain);
    }

    private void lines(String release, Consumer<JournalLine> to) {
        reader.read(release, to);
        Map<UUID, Seal> seals = new HashMap<>();
        TrailsCheck trails = new TrailsCheck();
        about(
                        "select " + JournalRows.SEAL
                                + " from audit_entry e join audit_seal s on s.position = e.position" + ENTRIES,
                        release)
                .query(row -> {
                    Seal seal = JournalRows.seal(row);
                    seals.put(seal.entry(), seal);
                });
        about(
                        "select " + JournalRows.ENTRY + " from audit_entry e" + ENTRIES
                                + " order by case when e.position is null then 1 else 0 end, e.position, e.at, e.id",
                        release)
                .query(row -> {
                    JournalEntry entry = JournalRows.entry(row);
                    Seal seal = seals.get(entry.id());
                    if (seal != null) {
                        to.accept(new JournalLine.Of.Sealed(seal));
                    }
                    trails.read(entry);
                    to.accept(new JournalLine.Of.Entry(entry));
                });
        reader.readKept(release, trails.said().keySet(), to);
    }

    private Chain chain(String release, long most, Consumer<Head> before, Consumer<JournalLine.Of.Sealed> to) {
        Head head = Head.read(jdbc);
        long first = first(release);
        boolean unbroken = head.position() - first < most;
        long[] last = {-1};
        about(
                        "select " + JournalRows.SEAL + ", p.hash as previous_hash from audit_seal s"
                                + " left join audit_seal p on p.position = s.position - 1 where s.position <= :head and "
                                + (unbroken ? "s.position >= :first" : "(" + OF_THE_RELEASE + " or s.position = :head)")
                                + " order by s.position",
                        release)
                .param("head", head.position())
                .param("first", first)
                .query(row -> {
                    Seal seal = JournalRows.seal(row);
                    if (seal.position() != last[0] + 1) {
                        String previous = row.getString("previous_hash");
                        before.accept(new Head(seal.position() - 1, previous == null ? Seal.NOTHING : previous));
                    }
                    to.accept(new JournalLine.Of.Sealed(seal));
                    last[0] = seal.position();
                });
        return new Chain(head.position(), head.hash(), unbroken);
    }

    private long first(String release) {
        return about("select coalesce(min(s.position), 0) from audit_seal s where" + OF_THE_RELEASE, release)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec about(String sql, String release) {
        return jdbc.sql(sql).param("release", release).param("within", "\"" + release + "/");
    }

    /** Writes a person before the first line that names him, and keeps the others to itself. */
    private final class Lines {

        private final OutputStream out;
        private final Map<String, JournalLine> persons = new HashMap<>();
        private final Set<String> named = new HashSet<>();

        Lines(OutputStream out) {
            this.out = out;
        }

        void accept(JournalLine line) {
            if (line instanceof JournalLine.Of.Person person) {
                persons.put(person.person(), person);
                return;
            }
            if (line instanceof JournalLine.Of.Occurrence occurrence) {
                name(occurrence.line().person());
            } else if (line instanceof JournalLine.Of.Entry entry) {
                name(entry.entry().person());
            }
            write(line);
        }

        private void name(String person) {
            JournalLine known = persons.get(person);
            if (known != null && named.add(person)) {
                write(known);
            }
        }

        void write(Object line) {
            try {
                out.write(json.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
