package org.slipway.access;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The notifications that groups make mandatory for the releases they execute. Like rights, they are remembered for five
 * seconds, as every registration asks for them and hardly anybody changes them (src/docs/domain.md, Record).
 */
@Service
public class MandatoryNotifications {

    private static final Limit MOST = Limit.of(10_000);

    private final MandatoryNotificationRepository demands;
    private final RightRepository granted;
    private final People people;
    private final Rights rights;
    private final Remembered<Map<String, GroupNotifications>> known;

    MandatoryNotifications(
            MandatoryNotificationRepository demands,
            RightRepository granted,
            People people,
            Rights rights,
            Clock clock) {
        this.demands = demands;
        this.granted = granted;
        this.people = people;
        this.rights = rights;
        this.known = new Remembered<>(clock, this::all);
    }

    /** As it was at most five seconds ago; of a group that nobody knows, nothing is mandatory. */
    public GroupNotifications of(String group) {
        return known.get().getOrDefault(group, GroupNotifications.none(group));
    }

    /**
     * Makes exactly these mandatory; needs {@link Operation#MANAGE_RIGHTS}. Refuses {@code group-unknown}.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    @Transactional
    public GroupNotifications demand(GroupNotifications wanted, @Nullable String seen) {
        rights.require(Operation.MANAGE_RIGHTS);
        // One after the other, as rights are granted.
        granted.lockByOperation(Operation.MANAGE_RIGHTS);
        if (!people.groupExists(wanted.group())) {
            throw new Malformed("group-unknown", "group", wanted.group());
        }
        @Nullable
        MandatoryNotification present = demands.findById(wanted.group()).orElse(null);
        GroupNotifications before = present == null ? GroupNotifications.none(wanted.group()) : present.says();
        WrongState.requireSeen(before.revision(), seen);
        if (!wanted.isNone()) {
            MandatoryNotification said = present == null ? new MandatoryNotification(wanted.group()) : present;
            said.say(wanted);
            demands.save(said);
        } else if (present != null) {
            demands.delete(present);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.forget();
            }
        });
        return wanted;
    }

    private Map<String, GroupNotifications> all() {
        return demands.findAllBy(MOST).stream()
                .map(MandatoryNotification::says)
                .collect(Collectors.toUnmodifiableMap(GroupNotifications::group, each -> each));
    }
}
