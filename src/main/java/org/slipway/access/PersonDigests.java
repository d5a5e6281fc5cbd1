package org.slipway.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slipway.shared.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What stands for a person in whatever is hashed: a digest of his name and a salt of his own. When his data is erased, the
 * name is replaced and the salt forgotten; the digest stays, so chains of hashes stay whole and nobody can tell any more
 * whom it meant (src/docs/domain.md, Journal).
 */
@Component
public class PersonDigests {

    /** Erased names are looked up again after a minute, on every node. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Stands for nobody; whoever adds a person holds its row. */
    private static final String GATE = "*";

    private record Known(String digest, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    PersonDigests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The digest that stands for this person from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String of(String person) {
        Instant now = clock.instant();
        Known before = known.get(person);
        if (before != null && Duration.between(before.at(), now).abs().compareTo(FRESH) < 0) {
            return before.digest();
        }
        String digest = find(person).orElseGet(() -> add(person));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.put(person, new Known(digest, now));
            }
        });
        return digest;
    }

    /** What will stand in the place of the person's name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String pseudonym(String person) {
        return pseudonymFor(of(person));
    }

    /** The one name that a digest may stand for once its salt is forgotten. */
    public static String pseudonymFor(String digest) {
        return "erased-" + digest.substring(0, Math.min(12, digest.length()));
    }

    /**
     * Puts the pseudonym where the person's name stood and forgets the salt.
     *
     * @param stillNamed whether the name still stands somewhere, so that it has to be known a while longer beside the pseudonym
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String person, boolean stillNamed) {
        String digest = of(person);
        String pseudonym = pseudonym(person);
        if (find(pseudonym).isEmpty()) {
            jdbc.sql("insert into access_person_digest (person, digest) values (?, ?)")
                    .params(pseudonym, digest)
                    .update();
        }
        if (!stillNamed) {
            jdbc.sql("delete from access_person_digest where person = ?")
                    .param(person)
                    .update();
            known.remove(person);
        }
    }

    /** Whether anything was ever written in this name. */
    @Transactional(readOnly = true)
    public boolean isKnown(String person) {
        return !person.equals(GATE) && find(person).isPresent();
    }

    /**
     * Whom digests stand for now.
     *
     * @param left whether somebody who was erased is called by his name all the same, as long as anything still is
     */
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> of, boolean left) {
        Map<String, String> found = new HashMap<>();
        if (!of.isEmpty()) {
            jdbc.sql("select digest, person from access_person_digest where digest in (:digests) order by "
                            + (left
                                    ? "case when salt is null then 0 else 1 end"
                                    : "case when salt is null then 1 else 0 end"))
                    .param("digests", of)
                    .query(row -> {
                        found.put(row.getString(1), row.getString(2));
                    });
        }
        return found;
    }

    /** The digests of these people; who never did anything is absent. */
    @Transactional(readOnly = true)
    public Map<String, String> all(Collection<String> persons) {
        Map<String, String> found = new HashMap<>();
        if (!persons.isEmpty()) {
            jdbc.sql("select person, digest from access_person_digest where person in (:persons)")
                    .param("persons", persons)
                    .query(row -> {
                        found.put(row.getString(1), row.getString(2));
                    });
        }
        return found;
    }

    /** The rule by which anybody can tell that a digest stands for a name. */
    public static String digest(String salt, String person) {
        return Digest.ofBytes((salt + "\n" + person).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> find(String person) {
        return jdbc.sql("select digest from access_person_digest where person = ?")
                .param(person)
                .query(String.class)
                .optional();
    }

    private String add(String person) {
        jdbc.sql("select person from access_person_digest where person = ? for update")
                .param(GATE)
                .query(String.class)
                .single();
        return find(person).orElseGet(() -> {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            String salt = HexFormat.of().formatHex(bytes);
            String digest = digest(salt, person);
            jdbc.sql("insert into access_person_digest (person, salt, digest) values (?, ?, ?)")
                    .params(person, salt, digest)
                    .update();
            return digest;
        });
    }
}
