package org.slipway.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.ReleaseStatus;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry of situations. Everybody may read it; writing needs {@link Operation#MANAGE_REGISTRIES}. */
@Service
@Transactional
public class Situations {

    private static final String UNKNOWN = "situation-unknown";

    private final SituationRepository situations;
    private final Rights rights;

    Situations(SituationRepository situations, Rights rights) {
        this.situations = situations;
        this.rights = rights;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public Slice<Situation> list(@Nullable String after, int limit) {
        List<Situation> found = situations.findByLookupGreaterThanOrderByLookup(
                after == null ? "" : Situation.asCompared(after), Limit.of(limit + 1));
        return Slice.of(found, limit, Situation::name);
    }

    /** Refuses {@code situation-exists}. */
    public Situation add(String name) {
        rights.require(Operation.MANAGE_REGISTRIES);
        if (situations.findByKey(Situation.asKey(name)).isPresent()) {
            throw new WrongState("situation-exists", "name", name.strip());
        }
        return save(new Situation(name));
    }

    /** Changes what is given and leaves the rest. Refuses {@code situation-unknown} and {@code situation-exists}. */
    public Situation change(String key, @Nullable String name, @Nullable Boolean active) {
        rights.require(Operation.MANAGE_REGISTRIES);
        Situation situation = situations.findByKey(key).orElseThrow(() -> new Unknown(UNKNOWN, null, key));
        if (name != null) {
            situation.rename(name);
        }
        if (active != null) {
            situation.offer(active);
        }
        return save(situation);
    }

    /**
     * The key of the situation that a caller names by key or name; the statuses of a release always are situations too.
     * Refuses {@code situation-unknown}, and {@code situation-not-active} for one that is not offered any more.
     */
    String require(String named) {
        String key = Situation.asKey(named);
        Optional<Situation> found =
                situations.findByKey(key).or(() -> situations.findByLookup(Situation.asCompared(named)));
        if (found.isPresent() && !found.get().isActive()) {
            throw new BusinessRuleViolated("situation-not-active", "situation", named);
        }
        return found.map(Situation::key)
                .or(() -> Arrays.stream(ReleaseStatus.values())
                        .map(ReleaseStatus::name)
                        .filter(key::equals)
                        .findAny())
                .orElseThrow(() -> new Malformed(UNKNOWN, "situation", named));
    }

    private Situation save(Situation situation) {
        try {
            return situations.saveAndFlush(situation);
        } catch (DataIntegrityViolationException twice) {
            throw new WrongState("situation-exists", "name", situation.name());
        }
    }
}
