package org.slipway.planning;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.People;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which role in which release. */
@Service
public class Roles {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RoleHolderRepository holders;
    private final Releases releases;
    private final Occurrences occurrences;
    private final Planners planners;
    private final People people;

    Roles(RoleHolderRepository holders, Releases releases, Occurrences occurrences, Planners planners, People people) {
        this.holders = holders;
        this.releases = releases;
        this.occurrences = occurrences;
        this.planners = planners;
        this.people = people;
    }

    /** From the one after another, in no order that means anything. */
    @Transactional(readOnly = true)
    public Slice<RoleHolder> list(String release, @Nullable UUID after, int limit) {
        List<RoleHolder> found = holders.findByReleaseAndIdGreaterThanOrderById(
                releases.get(release).number(), after == null ? BEFORE_ALL : after, Limit.of(limit + 1));
        return Slice.of(found, limit, holder -> holder.id().toString());
    }

    /**
     * Needs to be of the executor group, or the right to plan.
     *
     * @throws Malformed  {@code person-unknown}
     * @throws WrongState {@code role-held} when the person has that role already, {@code release-ended}
     */
    @Transactional
    public RoleHolder add(String release, String person, String role) {
        requireOpen(release);
        if (people.find(person).isEmpty()) {
            throw new Malformed("person-unknown", "person", person);
        }
        if (holders.existsByReleaseAndPersonAndRole(release, person, role.strip())) {
            throw new WrongState("role-held", "role", person, role.strip());
        }
        occurrences.record(release, OccurrenceCategory.LINK, "+ " + person + ": " + role.strip());
        return holders.save(new RoleHolder(release, person, role.strip()));
    }

    /** As {@link #add}; refuses with {@code role-unknown} an id that no role of this release has. */
    @Transactional
    public void remove(String release, UUID id) {
        requireOpen(release);
        RoleHolder holder =
                holders.findByIdAndRelease(id, release).orElseThrow(() -> new Unknown("role-unknown", null, id));
        occurrences.record(release, OccurrenceCategory.LINK, "− " + holder.person() + ": " + holder.role());
        holders.delete(holder);
    }

    private void requireOpen(String number) {
        Release release = releases.lock(number);
        planners.require(release);
        if (release.status().isEnded()) {
            throw new WrongState("release-ended", null);
        }
    }
}
