package org.slipway.audit.retention;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Erasure;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.PersonDigests;
import org.slipway.access.PersonalData;
import org.slipway.access.Rights;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.slipway.release.LegalHolds;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.WrongState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases the data of people who are gone: a pseudonym takes the place of their name in every room, in one transaction. The
 * texts that people wrote stay as they are (src/docs/domain.md, Retention).
 */
@Service
class Erasures {

    private static final int MOST_NAMED = 20;
    private static final int MOST_HELD = 10_000;

    private final List<PersonalData> rooms;
    private final PersonDigests digests;
    private final People people;
    private final LegalHolds holds;
    private final Journal journal;
    private final Rights rights;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Erasures(
            List<PersonalData> rooms,
            PersonDigests digests,
            People people,
            LegalHolds holds,
            Journal journal,
            Rights rights,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.rooms = rooms;
        this.digests = digests;
        this.people = people;
        this.holds = holds;
        this.journal = journal;
        this.rights = rights;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What an erasure came to.
     *
     * @param pseudonym what now stands for the person; none when nothing named him
     * @param rows      how many places named him, by table
     * @param held      releases under legal hold that still name him, at most twenty
     */
    record Result(boolean dryRun, @Nullable String pseudonym, SortedMap<String, Long> rows, List<String> held) {}

    /**
     * Needs {@link Operation#MANAGE_RETENTION}. Refuses with {@code person-still-active} who has an account, with
     * {@code person-in-open-releases} whom open releases count on, and with {@code reason-names-person} a reason that would
     * keep the name.
     *
     * @param aliases what contacts call him besides, such as his full name and address
     * @param dryRun  only tells what would happen
     */
    Result erase(String person, String reason, Set<String> aliases, boolean dryRun) {
        rights.require(Operation.MANAGE_RETENTION);
        requireGone(person);
        return transaction.execute(status -> {
            boolean known = digests.isKnown(person);
            Erasure erasure =
                    new Erasure(jdbc, person, digests.pseudonym(person), lower(aliases), holds.numbers(MOST_HELD));
            if (erasure.isNamedIn(reason)) {
                throw new BusinessRuleViolated("reason-names-person", "reason");
            }
            rooms.forEach(room -> room.erase(erasure));
            List<String> left = erasure.left();
            digests.erase(person, !left.isEmpty());
            boolean nothing = !known && erasure.rows().isEmpty();
            if (nothing || dryRun) {
                status.setRollbackOnly();
            } else {
                journal.record(
                        EntryKind.ERASURE,
                        null,
                        erasure.pseudonym(),
                        Map.of("reason", reason, "rows", erasure.rows(), "held", left));
                journal.recordBlanking(erasure.pseudonym(), erasure.blanked());
            }
            return new Result(dryRun, nothing ? null : erasure.pseudonym(), erasure.rows(), left);
        });
    }

    private void requireGone(String person) {
        if (person.equals(CurrentUser.SYSTEM) || people.find(person).isPresent()) {
            throw new WrongState("person-still-active", null, person);
        }
        TreeSet<String> open = rooms.stream()
                .flatMap(room -> room.countingOn(person, MOST_NAMED).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!open.isEmpty()) {
            throw new WrongState(
                    "person-in-open-releases",
                    null,
                    person,
                    open.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
        }
    }

    private static Set<String> lower(Set<String> aliases) {
        return aliases.stream()
                .map(alias -> alias.strip().toLowerCase(Locale.ROOT))
                .filter(alias -> !alias.isEmpty())
                .collect(Collectors.toSet());
    }
}
