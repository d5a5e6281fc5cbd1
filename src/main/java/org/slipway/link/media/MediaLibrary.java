package org.slipway.link.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.cmdb.Containing;
import org.slipway.link.record.ForeignRecords;
import org.slipway.link.record.RecordKind;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The definitive media library. Everybody reads it, except licence keys; writing needs {@link Operation#MANAGE_MEDIA}. A
 * media is named by its key or its id.
 */
@Service
@Transactional(readOnly = true)
public class MediaLibrary {

    private final MediaRepository library;
    private final ForeignRecords records;
    private final Rights rights;
    private final CurrentUser currentUser;
    private final Clock clock;

    MediaLibrary(MediaRepository library, ForeignRecords records, Rights rights, CurrentUser currentUser, Clock clock) {
        this.library = library;
        this.records = records;
        this.rights = rights;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Refuses {@code media-unknown} (404). */
    public Media get(String named) {
        return find(named).orElseThrow(() -> new Unknown("media-unknown", null, named));
    }

    public Optional<Media> find(String named) {
        return library.findByKey(named).or(() -> id(named).flatMap(library::findById));
    }

    /** Those whose key or name has the text, in the order of their keys; retired ones only when asked for. */
    public Slice<Media> list(@Nullable String text, boolean retired, @Nullable String after, int limit) {
        List<Media> found = library.page(
                Containing.pattern(text), retired, today(), after == null ? "" : after, Limit.of(limit + 1));
        return Slice.of(found, limit, Media::key);
    }

    public boolean isActive(Media media) {
        return media.isActive(today());
    }

    /** Who may manage media sees their licence keys. */
    public boolean mayISeeKeys() {
        return rights.mayI(Operation.MANAGE_MEDIA, Rights.ANY_MODEL);
    }

    /** Refuses {@code required} and {@code media-exists}, and {@code knowledge-unknown} for an article that is not registered. */
    @Transactional
    public Media add(MediaDraft draft) {
        rights.require(Operation.MANAGE_MEDIA);
        UUID id = UUID.randomUUID();
        String key =
                draft.key() == null ? "MED-" + id.toString().substring(0, 8).toUpperCase(Locale.ROOT) : draft.key();
        if (library.findByKey(key).isPresent()) {
            throw new WrongState("media-exists", "key", key);
        }
        Media media = new Media(
                id,
                key,
                required(draft.name(), "name"),
                required(draft.physicalAddress(), "physicalAddress"),
                required(draft.mediaType(), "mediaType"));
        try {
            return follow(media, draft);
        } catch (DataIntegrityViolationException taken) {
            throw new WrongState("media-exists", "key", key);
        }
    }

    /** Changes what is given; the key stays what it is. Refuses {@code media-unknown}. */
    @Transactional
    public Media change(String named, MediaDraft draft) {
        rights.require(Operation.MANAGE_MEDIA);
        return follow(get(named), draft);
    }

    private Media follow(Media media, MediaDraft draft) {
        List<String> articles = draft.knowledge() == null ? List.of() : draft.knowledge();
        for (int i = 0; i < articles.size(); i++) {
            String article = articles.get(i);
            if (records.find(RecordKind.KNOWLEDGE, article).isEmpty()) {
                throw new Malformed("knowledge-unknown", "knowledge[" + i + "]", article);
            }
        }
        media.follow(draft, currentUser.id(), now());
        return library.saveAndFlush(media);
    }

    /**
     * Writes down that the present content is fit for use. Needs {@link Operation#MANAGE_MEDIA} or
     * {@link Operation#APPROVE}.
     *
     * @param seen the hash that the person means; none for the present one
     * @throws BusinessRuleViolated {@code media-without-hash}; {@code media-hash-differs} when another content was brought
     *                              meanwhile; {@code media-four-eyes} for the person who brought it
     */
    @Transactional
    public Media homologate(String named, @Nullable String seen) {
        requireAny(Operation.APPROVE, Operation.MANAGE_MEDIA);
        Media media = get(named);
        String present = requireHash(media);
        if (seen != null && !seen.equalsIgnoreCase(present)) {
            throw new BusinessRuleViolated("media-hash-differs", "sha256", media.key());
        }
        if (currentUser.id().equals(media.hashSetBy())) {
            throw new BusinessRuleViolated("media-four-eyes", null, media.key());
        }
        media.homologate(new Homologation(present, currentUser.id(), now()));
        return library.saveAndFlush(media);
    }

    /**
     * Compares a file with the present content; nothing of it is kept. Open to who executes, approves, audits or manages media.
     * Refuses {@code media-without-hash}. Holds no connection to the database while the file comes in.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Verification verify(String named, InputStream file) throws IOException {
        requireAny(Operation.MANAGE_MEDIA, Operation.EXECUTE, Operation.APPROVE, Operation.AUDIT);
        Media media = get(named);
        String present = requireHash(media);
        String found = hashOf(file);
        return new Verification(found, present, found.equals(present), media.isHomologated());
    }

    private static String requireHash(Media media) {
        if (media.sha256() == null) {
            throw new BusinessRuleViolated("media-without-hash", "sha256", media.key());
        }
        return media.sha256();
    }

    private static String hashOf(InputStream file) throws IOException {
        try (DigestInputStream digesting = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private void requireAny(Operation... operations) {
        if (Stream.of(operations).noneMatch(operation -> rights.mayI(operation, Rights.ANY_MODEL))) {
            rights.require(operations[0]);
        }
    }

    private static String required(@Nullable String given, String field) {
        if (given == null) {
            throw new Malformed("required", field);
        }
        return given;
    }

    private static Optional<UUID> id(String named) {
        try {
            return Optional.of(UUID.fromString(named));
        } catch (IllegalArgumentException aKey) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * How a file compares with a media.
     *
     * @param sha256      of the file
     * @param expected    of the media's present content
     * @param homologated whether the present content is the homologated one
     */
    public record Verification(String sha256, String expected, boolean matches, boolean homologated) {}
}
