package org.slipway.link;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.link.media.Media;
import org.slipway.link.media.MediaDraft;
import org.slipway.link.media.MediaLibrary;
import org.slipway.link.media.MediaView;
import org.slipway.release.Releases;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The definitive media that a release is installed from. */
@Service
@Transactional
public class MediaLinks {

    private static final String KEY = "key";

    private final Releases releases;
    private final MediaLibrary library;
    private final LinkRepository links;
    private final LinkRules rules;
    private final LinkHistory history;
    private final EntityManager entityManager;
    private final CurrentUser currentUser;
    private final Clock clock;

    MediaLinks(
            Releases releases,
            MediaLibrary library,
            LinkRepository links,
            LinkRules rules,
            LinkHistory history,
            EntityManager entityManager,
            CurrentUser currentUser,
            Clock clock) {
        this.releases = releases;
        this.library = library;
        this.links = links;
        this.rules = rules;
        this.history = history;
        this.entityManager = entityManager;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** In the order of their keys. */
    @Transactional(readOnly = true)
    public Slice<MediaView> list(String release, @Nullable String after, int limit) {
        releases.get(release);
        Slice<Media> page =
                Slice.of(links.media(release, after == null ? "" : after, Limit.of(limit + 1)), limit, Media::key);
        return new Slice<>(page.items().stream().map(this::view).toList(), page.next());
    }

    /**
     * Links a medium; one with a name that the library does not have is added to it, by who may manage media. Refuses
     * {@code media-unknown}, {@code media-retired} and {@code already-linked}.
     */
    public MediaView add(String release, MediaDraft draft) {
        rules.lockForEditing(release);
        Media media = obtain(draft);
        if (links.media(release, media.id()).isPresent()) {
            throw new WrongState("already-linked", KEY, media.key());
        }
        if (!library.isActive(media)) {
            throw new BusinessRuleViolated("media-retired", KEY, media.key());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entityManager.persist(new MediaLink(release, media.id(), now, currentUser.id()));
        releases.countConditions(release, 1);
        history.linked(release, "media", media.key());
        return view(media);
    }

    /** Refuses {@code link-unknown}. */
    public void remove(String release, String named) {
        rules.lockForEditing(release);
        Media media = library.find(named).orElseThrow(() -> unlinked(named));
        MediaLink link = links.media(release, media.id()).orElseThrow(() -> unlinked(named));
        entityManager.remove(link);
        releases.countConditions(release, -1);
        history.unlinked(release, "media", media.key());
    }

    private Media obtain(MediaDraft draft) {
        String key = draft.key();
        if (key == null) {
            if (draft.name() == null) {
                throw new Malformed("required", KEY);
            }
            return library.add(draft);
        }
        return library.find(key).orElseGet(() -> {
            if (draft.name() == null) {
                throw new Malformed("media-unknown", KEY, key);
            }
            return library.add(draft);
        });
    }

    private static Unknown unlinked(String named) {
        return new Unknown("link-unknown", null, named);
    }

    private MediaView view(Media media) {
        return MediaView.of(media, library.isActive(media), library.mayISeeKeys());
    }
}
