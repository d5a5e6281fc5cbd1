package org.slipway.access.web;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Person;
import org.slipway.access.Rights;
import org.slipway.shared.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in, and whom and which group a form may offer. */
@RestController
@RequestMapping("/api")
class PeopleController {

    private static final int MOST = 100;

    private final CurrentUser currentUser;
    private final People people;
    private final Directory directory;
    private final Rights rights;

    PeopleController(CurrentUser currentUser, People people, Directory directory, Rights rights) {
        this.currentUser = currentUser;
        this.people = people;
        this.directory = directory;
        this.rights = rights;
    }

    /** The person who asks: his groups as they are now, and what they entitle him to. */
    record Me(
            String id,
            String name,
            @Nullable String email,
            SortedSet<String> groups,
            SortedSet<Operation> operations) {}

    /** A person as others see him. */
    record Choice(String id, String name) {}

    @GetMapping("/me")
    Me me() {
        String id = currentUser.requirePerson();
        Person person = people.find(id).orElseGet(() -> new Person(id, id, null));
        return new Me(
                id, person.name(), person.email(), new TreeSet<>(currentUser.groups()), new TreeSet<>(rights.mine()));
    }

    @GetMapping("/people")
    Slice<Choice> people(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "20") int limit) {
        List<Choice> found = directory.people(text, bounded(limit)).stream()
                .map(person -> new Choice(person.id(), person.name()))
                .toList();
        return new Slice<>(found, null);
    }

    @GetMapping("/groups")
    Slice<Group> groups(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "100") int limit) {
        return new Slice<>(directory.groups(text, bounded(limit)), null);
    }

    private static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }
}
