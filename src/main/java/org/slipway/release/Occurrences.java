package org.slipway.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Origin;
import org.slipway.access.PersonDigests;
import org.slipway.shared.Slice;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The history of releases: append-only, numbered per release, chained by hashes (src/docs/domain.md, Occurrences).
 * Markup is stripped from what people write.
 */
@Component
public class Occurrences {

    private static final int MOST = 200;

    private final OccurrenceRepository occurrences;
    private final Releases releases;
    private final CurrentUser currentUser;
    private final PersonDigests persons;
    private final Origin origin;
    private final Clock clock;

    Occurrences(
            OccurrenceRepository occurrences,
            Releases releases,
            CurrentUser currentUser,
            PersonDigests persons,
            Origin origin,
            Clock clock) {
        this.occurrences = occurrences;
        this.releases = releases;
        this.currentUser = currentUser;
        this.persons = persons;
        this.origin = origin;
        this.clock = clock;
    }

    public void record(String release, OccurrenceCategory category, @Nullable String text) {
        record(release, Happening.of(category, text));
    }

    /** Locks the release: its lines are numbered without gaps. */
    public void record(String release, Happening happening) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String who = currentUser.id();
        occurrences.save(
                new Occurrence(releases.lock(release), now, who, persons.of(who), origin.current(), plain(happening)));
    }

    /** Whether the person has completed one of these tasks in the release's present cycle; to have captured one is not that. */
    public boolean completed(Release release, String who, Collection<String> tasks) {
        return occurrences.completed(release.number(), release.cycle(), who, tasks);
    }

    /** Oldest first. */
    public Slice<Occurrence> history(String release, @Nullable Integer after, int limit) {
        releases.get(release);
        int size = Math.max(1, Math.min(limit, MOST));
        List<Occurrence> found = occurrences.page(release, after == null ? 0 : after, Limit.of(size + 1));
        boolean more = found.size() > size;
        List<Occurrence> page = more ? found.subList(0, size) : found;
        return new Slice<>(page, more ? String.valueOf(page.get(size - 1).sequence()) : null);
    }

    /** What has changed the status of a release, oldest first; of more than two hundred the newest. */
    public List<Occurrence> moves(String release) {
        List<Occurrence> moves = new ArrayList<>(occurrences.newestMoves(release, Limit.of(MOST)));
        Collections.reverse(moves);
        return moves;
    }

    private static Happening plain(Happening happening) {
        String text = happening.text();
        return text == null || text.indexOf('<') < 0
                ? happening
                : new Happening(
                        happening.category(),
                        happening.task(),
                        happening.before(),
                        happening.after(),
                        happening.decision(),
                        withoutMarkup(text),
                        happening.minutesSpent());
    }

    private static String withoutMarkup(String text) {
        String clean = Jsoup.clean(text, "", Safelist.none(), new OutputSettings().prettyPrint(false));
        return Parser.unescapeEntities(clean, false);
    }
}
