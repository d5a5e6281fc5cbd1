package org.slipway.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Slice;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rights that groups have, for those who may grant them ({@link Operation#MANAGE_RIGHTS}), and to be read by auditors.
 * What is granted or withdrawn counts at once on this node, and five seconds later at the latest on every other
 * (src/docs/domain.md, Permissions).
 */
@Service
@Transactional
public class GroupRights {

    private static final Logger LOG = LoggerFactory.getLogger(GroupRights.class);

    private final RightRepository rights;
    private final Rights known;
    private final People people;
    private final ModelKeys models;
    private final CurrentUser currentUser;

    GroupRights(RightRepository rights, Rights known, People people, ModelKeys models, CurrentUser currentUser) {
        this.rights = rights;
        this.known = known;
        this.people = people;
        this.models = models;
        this.currentUser = currentUser;
    }

    /**
     * By group and model, of one group where it is named.
     *
     * @param after the {@code next} of the page before
     */
    @Transactional(readOnly = true)
    public Slice<GroupRight> list(@Nullable String group, @Nullable String after, int limit) {
        if (!known.mayI(Operation.AUDIT, Rights.ANY_MODEL)) {
            known.require(Operation.MANAGE_RIGHTS);
        }
        String[] last = after == null ? new String[] {"", ""} : parts(after);
        List<GroupRight> found = new ArrayList<>();
        List<RightRepository.Place> places =
                rights.places(group == null ? "" : group, last[0], last[1], Limit.of(limit + 1));
        Map<RightRepository.Place, Set<Operation>> operations =
                rights
                        .findByGroupIn(places.stream()
                                .map(RightRepository.Place::group)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(
                                right -> new RightRepository.Place(right.group(), right.model()),
                                Collectors.mapping(
                                        Right::operation,
                                        Collectors.toCollection(() -> EnumSet.noneOf(Operation.class)))));
        places.forEach(place ->
                found.add(new GroupRight(place.group(), place.model(), operations.getOrDefault(place, Set.of()))));
        return Slice.of(found, limit, right -> right.group() + "/" + right.model());
    }

    /**
     * Gives a group exactly these operations for a model. Refuses {@code group-unknown}, {@code model-unknown},
     * {@code right-not-per-model} for what has nothing to do with a model, and {@code rights-administrator-needed} when
     * whoever asks could not take it back afterwards: so somebody always can.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now, so that
     *             nobody grants again without knowing it what somebody else has just withdrawn
     */
    public GroupRight grant(GroupRight wanted, @Nullable String seen) {
        // One after the other, or two administrators could shut each other out.
        List<Right> administrators = rights.lockByOperation(Operation.MANAGE_RIGHTS);
        if (!currentUser.isSystem() && !remains(administrators)) {
            throw new NotAllowed("operation-not-allowed", null, Operation.MANAGE_RIGHTS);
        }
        requireSound(wanted);
        List<Right> present = rights.findByGroupAndModel(wanted.group(), wanted.model());
        requireSeen(wanted, present, seen);
        Set<Operation> added = EnumSet.noneOf(Operation.class);
        added.addAll(wanted.operations());
        List<Right> withdrawn = new ArrayList<>();
        for (Right right : present) {
            if (!added.remove(right.operation())) {
                withdrawn.add(right);
            }
        }
        List<Right> left = new ArrayList<>(administrators);
        left.removeAll(withdrawn);
        if (!currentUser.isSystem() && !remains(left)) {
            throw new WrongState("rights-administrator-needed", "operations");
        }
        withdrawn.forEach(rights::delete);
        added.forEach(operation -> rights.save(new Right(wanted.group(), operation, wanted.model())));
        LOG.info(
                "{} grants {} for model {}: {}, withdraws {}",
                currentUser.id(),
                wanted.group(),
                wanted.model(),
                added,
                withdrawn.stream().map(Right::operation).toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.forget();
            }
        });
        return wanted;
    }

    private static void requireSeen(GroupRight wanted, List<Right> present, @Nullable String seen) {
        Set<Operation> granted = present.stream().map(Right::operation).collect(Collectors.toSet());
        WrongState.requireSeen(new GroupRight(wanted.group(), wanted.model(), granted).revision(), seen);
    }

    private void requireSound(GroupRight wanted) {
        if (!people.groupExists(wanted.group())) {
            throw new Malformed("group-unknown", "group", wanted.group());
        }
        if (wanted.model().equals(Rights.ANY_MODEL)) {
            return;
        }
        if (!models.exists(wanted.model())) {
            throw new Malformed("model-unknown", "model", wanted.model());
        }
        wanted.operations().stream()
                .filter(operation -> !operation.isPerModel())
                .findFirst()
                .ifPresent(operation -> {
                    throw new BusinessRuleViolated("right-not-per-model", "operations", operation);
                });
    }

    private boolean remains(Collection<Right> administrators) {
        Set<String> mine = currentUser.groups();
        return administrators.stream().anyMatch(right -> right.grants(mine, Rights.ANY_MODEL));
    }

    private static String[] parts(String after) {
        int slash = after.lastIndexOf('/');
        return slash < 0
                ? new String[] {after, ""}
                : new String[] {after.substring(0, slash), after.substring(slash + 1)};
    }
}
