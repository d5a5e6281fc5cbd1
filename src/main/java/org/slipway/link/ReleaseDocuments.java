package org.slipway.link;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.document.Document;
import org.slipway.document.DocumentKind;
import org.slipway.document.Documents;
import org.slipway.document.Incoming;
import org.slipway.release.LegalHolds;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.slipway.release.ReleaseActions;
import org.slipway.release.Releases;
import org.slipway.shared.Slice;
import org.slipway.shared.WrongState;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The documents of releases: everybody reads them, who has a part in the release adds to them, at any time of its life. */
@Service
public class ReleaseDocuments {

    private final Releases releases;
    private final Documents documents;
    private final LegalHolds holds;
    private final Occurrences occurrences;
    private final Rights rights;
    private final ReleaseActions actions;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;

    ReleaseDocuments(
            Releases releases,
            Documents documents,
            LegalHolds holds,
            Occurrences occurrences,
            Rights rights,
            ReleaseActions actions,
            CurrentUser currentUser,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.documents = documents;
        this.holds = holds;
        this.occurrences = occurrences;
        this.rights = rights;
        this.actions = actions;
        this.currentUser = currentUser;
        this.transaction = transaction;
    }

    /** As {@link Documents#list}, of a release that exists. */
    @Transactional(readOnly = true)
    public Slice<Document> list(String release, @Nullable DocumentKind kind, @Nullable UUID after, int limit) {
        return documents.list(releases.get(release).number(), kind, after, limit);
    }

    /** As {@link Documents#get}, of a release that exists. */
    @Transactional(readOnly = true)
    public Document get(String release, UUID id) {
        return documents.get(releases.get(release).number(), id);
    }

    /**
     * As {@link Documents#receive} and {@link Documents#add}; needs a right to register, edit, execute or approve such
     * releases. The file is judged before the transaction begins, because a large one takes its time.
     */
    public Document add(
            String number,
            DocumentKind kind,
            @Nullable String name,
            @Nullable String description,
            InputStreamSource content) {
        requirePart(releases.get(number));
        try (Incoming file = documents.receive(name, content)) {
            return Objects.requireNonNull(transaction.execute(status -> {
                Document document = documents.add(releases.get(number).number(), kind, description, file);
                occurrences.record(number, OccurrenceCategory.LINK, "documents: + " + described(document));
                return document;
            }));
        }
    }

    /**
     * Needs to be whoever uploaded it, or {@link Operation#EDIT}. Refuses {@code document-unknown},
     * {@code release-ended} (what an ended release was documented by stays) and {@code release-held}.
     */
    @Transactional
    public void remove(String number, UUID id) {
        Release release = releases.lock(number);
        Document document = documents.get(number, id);
        if (!document.uploadedBy().equals(currentUser.id())) {
            rights.require(Operation.EDIT, release.model());
        }
        if (release.status().isEnded()) {
            throw new WrongState("release-ended", null);
        }
        holds.requireFree(release);
        documents.remove(document);
        occurrences.record(number, OccurrenceCategory.LINK, "documents: − " + described(document));
    }

    /** Which documents of a release {@link #remove} would not refuse the person. */
    @Transactional(readOnly = true)
    public Predicate<Document> removable(String number) {
        Release release = releases.get(number);
        boolean fixed = release.status().isEnded() || release.legalHold() != null || rights.onlyAudit();
        boolean any = rights.mayI(Operation.EDIT, release.model());
        String me = currentUser.id();
        return document -> !fixed && (any || document.uploadedBy().equals(me));
    }

    private void requirePart(Release release) {
        if (!actions.mayDocument(release.model())) {
            rights.require(Operation.EDIT, release.model());
        }
    }

    /** With its hash, so that a copy can be recognised after the document is gone. */
    private static String described(Document document) {
        return document.name() + " (" + document.kind() + ", SHA-256 " + document.sha256() + ")";
    }
}
