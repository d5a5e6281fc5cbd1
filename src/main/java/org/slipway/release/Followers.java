package org.slipway.release;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Rights;
import org.slipway.shared.Malformed;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who watches which release. Everybody may follow for himself; adding others needs {@link Operation#DELEGATE}. */
@Component
public class Followers {

    private static final int MOST = 500;

    private final FollowerRepository followers;
    private final Releases releases;
    private final People people;
    private final Rights rights;
    private final CurrentUser currentUser;

    Followers(FollowerRepository followers, Releases releases, People people, Rights rights, CurrentUser currentUser) {
        this.followers = followers;
        this.releases = releases;
        this.people = people;
        this.rights = rights;
        this.currentUser = currentUser;
    }

    /** Refuses with {@code person-unknown} who is nobody; following twice changes nothing. */
    @Transactional
    public void follow(String number, String person) {
        Release release = permitted(number, person);
        if (people.find(person).isEmpty()) {
            throw new Malformed("person-unknown", "person", person);
        }
        if (followers.findByReleaseAndPerson(release.number(), person).isEmpty()) {
            followers.save(new Follower(number, person));
        }
    }

    @Transactional
    public void unfollow(String number, String person) {
        permitted(number, person);
        followers.findByReleaseAndPerson(number, person).ifPresent(followers::delete);
    }

    /** As {@link #of}, of a release that may be unknown. */
    @Transactional(readOnly = true)
    public List<String> get(String number) {
        return of(releases.get(number).number());
    }

    /** Of a release that is known to exist. */
    @Transactional(readOnly = true)
    public List<String> of(String number) {
        return followers.findByReleaseOrderByPerson(number, Limit.of(MOST)).stream()
                .map(Follower::person)
                .toList();
    }

    /** Which of these releases the person behind this thread follows, in one statement. */
    @Transactional(readOnly = true)
    public Set<String> mineAmong(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : followers.findByPersonAndReleaseIn(currentUser.id(), numbers).stream()
                        .map(Follower::release)
                        .collect(Collectors.toSet());
    }

    private Release permitted(String number, String person) {
        Release release = releases.lock(number);
        if (!currentUser.id().equals(person)) {
            rights.require(Operation.DELEGATE, release.model());
        }
        return release;
    }
}
