package org.slipway.access;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.slipway.shared.NotAllowed;
import org.springframework.stereotype.Component;

/**
 * Which group may do what. A person's right is the OR over all his groups (src/docs/domain.md, Permissions); a right
 * is granted for one release model or for all of them.
 */
@Component
public class Rights {

    /** Stands for every release model. */
    public static final String ANY_MODEL = "*";

    private static final Set<Operation> AUDIT_ALONE = EnumSet.of(Operation.AUDIT);

    private final GrantedRights rights;
    private final CurrentUser currentUser;

    Rights(RightRepository rights, CurrentUser currentUser, Clock clock) {
        this.rights = new GrantedRights(rights, clock);
        this.currentUser = currentUser;
    }

    /** Refuses with {@code operation-not-allowed} when none of the person's groups has the operation. The system may all. */
    public void require(Operation operation, String model) {
        if (!currentUser.isSystem() && !has(currentUser.groups(), operation, model)) {
            throw new NotAllowed("operation-not-allowed", null, operation);
        }
    }

    /** As {@link #require(Operation, String)}, for what does not depend on a release model. */
    public void require(Operation operation) {
        require(operation, ANY_MODEL);
    }

    public boolean mayI(Operation operation, String model) {
        return currentUser.isSystem() || has(currentUser.groups(), operation, model);
    }

    /** Everything the person may do, with releases of this model or without regard to a model. */
    public Set<Operation> mine(String model) {
        if (currentUser.isSystem()) {
            return EnumSet.allOf(Operation.class);
        }
        return rights.of(currentUser.groups(), model);
    }

    public boolean groupHas(String group, Operation operation, String model) {
        return has(Set.of(group), operation, model);
    }

    /** What a group may do, by release model; {@link #ANY_MODEL} stands for all of them. */
    public SortedMap<String, SortedSet<Operation>> of(String group) {
        return rights.byModel(group);
    }

    /** What all groups may do, by group and model, as it is known here: at most five seconds old. */
    public List<GroupRight> granted() {
        return rights.all();
    }

    /** What the person behind this thread may do with at least one release model. */
    public Set<Operation> mine() {
        return rights.of(currentUser.groups());
    }

    /**
     * Whether the person behind this thread is here to audit and for nothing else: each of his groups has
     * {@link Operation#AUDIT} and no other right. He reads everything and changes nothing, not even what other people
     * would let him do in person, such as accept a release that names him as its requester.
     */
    public boolean onlyAudit() {
        return onlyAudit(currentUser.groups());
    }

    /** As {@link #onlyAudit()}, of whoever is in these groups. */
    public boolean onlyAudit(Collection<String> groups) {
        return !groups.isEmpty() && groups.stream().allMatch(group -> AUDIT_ALONE.equals(rights.of(Set.of(group))));
    }

    /** The rights of groups have changed. */
    void forget() {
        rights.forget();
    }

    private boolean has(Collection<String> groups, Operation operation, String model) {
        return rights.of(groups, model).contains(operation);
    }
}
