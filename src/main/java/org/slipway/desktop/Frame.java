package org.slipway.desktop;

import java.util.List;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Person;
import org.slipway.access.Rights;
import org.slipway.access.Workplaces;
import org.slipway.access.Workplaces.Workplace;
import org.springframework.stereotype.Component;

/** What the frame around every page shows of the person at it. Templates ask it by its name. */
@Component("frame")
public class Frame {

    private final CurrentUser currentUser;
    private final People people;
    private final Rights rights;
    private final Workplaces workplaces;

    Frame(CurrentUser currentUser, People people, Rights rights, Workplaces workplaces) {
        this.currentUser = currentUser;
        this.people = people;
        this.rights = rights;
        this.workplaces = workplaces;
    }

    public Person person() {
        String id = currentUser.id();
        return people.find(id).orElseGet(() -> new Person(id, id, null));
    }

    /** The login name. */
    public String me() {
        return currentUser.id();
    }

    public List<Workplace> workplaces() {
        return workplaces.open();
    }

    /** Whether an operation is open to the person with at least one release model; what is not is not offered. */
    public boolean may(String operation) {
        return rights.mine().contains(Operation.valueOf(operation));
    }
}
