package org.slipway.justification;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry of justifications. Everybody may read it; writing needs {@link Operation#MANAGE_REGISTRIES}. */
@Service
public class Justifications {

    private static final String UNKNOWN = "justification-unknown";

    private final JustificationRepository justifications;
    private final Rights rights;

    Justifications(JustificationRepository justifications, Rights rights) {
        this.justifications = justifications;
        this.rights = rights;
    }

    /**
     * The justification that a person has given for a step, named by its id or, in any case of letters, by its
     * description.
     *
     * @throws Malformed            {@code justification-required} when none is given
     * @throws BusinessRuleViolated {@code justification-unknown}, or {@code justification-not-usable} when it is
     *                              inactive or not meant for this step
     */
    @Transactional(readOnly = true)
    public Justification requireUsable(@Nullable String reference, Use use) {
        if (reference == null || reference.isBlank()) {
            throw new Malformed("justification-required", "justification");
        }
        Justification justification = find(reference)
                .filter(found -> !found.isDeleted())
                .orElseThrow(() -> new BusinessRuleViolated(UNKNOWN, "justification", reference));
        if (!justification.isUsableFor(use)) {
            throw new BusinessRuleViolated("justification-not-usable", "justification", justification.description());
        }
        return justification;
    }

    /** Also one that has been deleted since: what was given once keeps its name. */
    @Transactional(readOnly = true)
    public Optional<Justification> find(UUID id) {
        return justifications.findById(id);
    }

    /** Those not deleted, by description; all steps or statuses where none is given. */
    @Transactional(readOnly = true)
    public Slice<Justification> list(
            @Nullable Use use, Justification.@Nullable Status status, @Nullable String after, int limit) {
        List<Justification> found = justifications.page(
                status == null ? EnumSet.allOf(Justification.Status.class) : EnumSet.of(status),
                use == null ? "" : use.name(),
                after == null ? "" : after,
                Limit.of(limit + 1));
        return Slice.of(found, limit, last -> Justification.asCompared(last.description()));
    }

    /** Refuses with {@code justification-unknown} what does not exist or is deleted. */
    @Transactional(readOnly = true)
    public Justification get(UUID id) {
        return justifications
                .findById(id)
                .filter(found -> !found.isDeleted())
                .orElseThrow(() -> new Unknown(UNKNOWN, null, id));
    }

    /** Refuses with {@code justification-exists} a description that another one has. */
    @Transactional
    public Justification add(String description, Justification.Status status, Set<Use> uses) {
        rights.require(Operation.MANAGE_REGISTRIES);
        return save(new Justification(description, status, uses));
    }

    /**
     * Changes what is given and leaves the rest.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    @Transactional
    public Justification change(
            UUID id,
            @Nullable String description,
            Justification.@Nullable Status status,
            Map<Use, Boolean> uses,
            @Nullable String seen) {
        rights.require(Operation.MANAGE_REGISTRIES);
        Justification justification = get(id);
        WrongState.requireSeen(justification.revision(), seen);
        if (description != null) {
            justification.describe(description);
        }
        if (status != null) {
            justification.become(status);
        }
        uses.forEach(justification::allowFor);
        return save(justification);
    }

    /** It can no longer be chosen; releases that name it keep it. */
    @Transactional
    public void delete(UUID id) {
        rights.require(Operation.MANAGE_REGISTRIES);
        Justification justification = get(id);
        justification.delete();
        justifications.saveAndFlush(justification);
    }

    private Optional<Justification> find(String reference) {
        try {
            return justifications.findById(UUID.fromString(reference.strip()));
        } catch (IllegalArgumentException aDescription) {
            return justifications.findByLookup(Justification.asCompared(reference));
        }
    }

    private Justification save(Justification justification) {
        try {
            return justifications.saveAndFlush(justification);
        } catch (DataIntegrityViolationException twice) {
            throw new WrongState("justification-exists", "description", justification.description());
        }
    }
}
