package org.slipway.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Rights;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that people keep, each for himself unless he shares it (src/docs/domain.md, Search). */
@Service
public class SavedSearches {

    private static final int MOST_PER_PERSON = 100;
    private static final int LONGEST_QUESTION = 20_000;
    private static final UUID FIRST = new UUID(0, 0);

    /**
     * A kept question.
     *
     * @param query the same as request parameters, for {@code /api/releases?…}
     * @param mine  whether it was the one who asks who kept it
     */
    public record Saved(
            UUID id,
            String name,
            String person,
            boolean mine,
            boolean shared,
            Instant savedAt,
            ReleaseQuestion question,
            String query) {}

    private final SavedSearchRepository searches;
    private final CurrentUser currentUser;
    private final Rights rights;
    private final ObjectMapper json;
    private final Clock clock;

    SavedSearches(
            SavedSearchRepository searches, CurrentUser currentUser, Rights rights, ObjectMapper json, Clock clock) {
        this.searches = searches;
        this.currentUser = currentUser;
        this.rights = rights;
        this.json = json;
        this.clock = clock;
    }

    /** One's own and the shared ones, by name. */
    @Transactional(readOnly = true)
    public Slice<Saved> list(@Nullable UUID after, int limit) {
        SavedSearch last = after == null ? null : visible(after);
        List<SavedSearch> found = searches.page(
                currentUser.id(),
                last == null ? "" : last.name(),
                last == null ? FIRST : last.id(),
                Limit.of(limit + 1));
        return Slice.of(
                found.stream().map(this::shown).toList(),
                limit,
                saved -> saved.id().toString());
    }

    /** Refuses with {@code search-unknown} also what somebody else keeps for himself. */
    @Transactional(readOnly = true)
    public Saved get(UUID id) {
        return shown(visible(id));
    }

    /**
     * Where a page began is not kept. Refuses with {@code search-exists} a name that one has used, with
     * {@code search-too-many} more than {@value MOST_PER_PERSON}, with {@code search-too-long} one with too much in it, with
     * {@code sort-unknown}, and with
     * {@code auditor-reads-only} who is here to audit and would share it.
     */
    @Transactional
    public Saved save(String name, ReleaseQuestion question, boolean shared) {
        String person = currentUser.requirePerson();
        if (shared && rights.onlyAudit()) {
            throw new NotAllowed("auditor-reads-only", "shared");
        }
        ReleaseQuestion kept = question.anyPage();
        SortOrder.of(kept);
        if (searches.existsByPersonAndName(person, name)) {
            throw new WrongState("search-exists", "name", name);
        }
        if (searches.countByPerson(person) >= MOST_PER_PERSON) {
            throw new BusinessRuleViolated("search-too-many", null, MOST_PER_PERSON);
        }
        try {
            return shown(searches.saveAndFlush(new SavedSearch(
                    person, name, written(kept), shared, clock.instant().truncatedTo(ChronoUnit.MICROS))));
        } catch (DataIntegrityViolationException someoneWasQuicker) {
            throw new WrongState("search-exists", "name", name);
        }
    }

    private String written(ReleaseQuestion question) {
        try {
            String written = json.writeValueAsString(question);
            if (written.length() > LONGEST_QUESTION) {
                throw new Malformed("search-too-long", "question", LONGEST_QUESTION);
            }
            return written;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses with {@code search-unknown} and {@code search-not-yours}. */
    @Transactional
    public void remove(UUID id) {
        SavedSearch search = visible(id);
        if (!search.person().equals(currentUser.id())) {
            throw new NotAllowed("search-not-yours", null);
        }
        searches.delete(search);
    }

    private SavedSearch visible(UUID id) {
        return searches.findById(id)
                .filter(search -> search.isShared() || search.person().equals(currentUser.id()))
                .orElseThrow(() -> new Unknown("search-unknown", null, id));
    }

    private Saved shown(SavedSearch search) {
        try {
            ReleaseQuestion question = json.readValue(search.question(), ReleaseQuestion.class);
            return new Saved(
                    search.id(),
                    search.name(),
                    search.person(),
                    search.person().equals(currentUser.id()),
                    search.isShared(),
                    search.savedAt(),
                    question,
                    QueryString.of(json.valueToTree(question)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Search " + search.id() + " cannot be read", e);
        }
    }
}
