package org.slipway.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Directory;
import org.slipway.access.GroupNotifications;
import org.slipway.access.MandatoryNotifications;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Person;
import org.slipway.access.Rights;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in, and whom and which group a form may offer. */
@RestController
@RequestMapping("/api")
class PeopleController {

    private final CurrentUser currentUser;
    private final People people;
    private final Directory directory;
    private final Rights rights;
    private final MandatoryNotifications notifications;

    PeopleController(
            CurrentUser currentUser,
            People people,
            Directory directory,
            Rights rights,
            MandatoryNotifications notifications) {
        this.currentUser = currentUser;
        this.people = people;
        this.directory = directory;
        this.rights = rights;
        this.notifications = notifications;
    }

    /** The person who asks: his groups as they are now, and what they entitle him to. */
    record Me(
            String id,
            String name,
            @Nullable String email,
            SortedSet<String> groups,
            SortedSet<Operation> operations) {}

    /**
     * @param rights        by release model, {@code *} for all of them
     * @param notifications those that are mandatory for the releases which the group executes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupRecord(
            String id,
            String name,
            @Nullable SortedMap<String, SortedSet<Operation>> rights,
            NotificationsRecord notifications) {}

    /** @param revision the entity tag */
    record NotificationsRecord(boolean onCreation, boolean onClosing, boolean onOtherActions, String revision) {

        static NotificationsRecord of(GroupNotifications from) {
            return new NotificationsRecord(from.onCreation(), from.onClosing(), from.onOtherActions(), from.revision());
        }
    }

    record WantedNotifications(
            @NotBlank @Size(max = 64) String group,
            @NotNull Boolean onCreation,
            @NotNull Boolean onClosing,
            @NotNull Boolean onOtherActions) {}

    /** A person as others see him. */
    record Choice(String id, String name) {}

    @GetMapping("/me")
    Me me() {
        String id = currentUser.requirePerson();
        Person person = people.find(id).orElseGet(() -> new Person(id, id, null));
        return new Me(
                id, person.name(), person.email(), new TreeSet<>(currentUser.groups()), new TreeSet<>(rights.mine()));
    }

    /** @param id whose names are asked for; then nothing else narrows, and who is nobody is absent */
    @GetMapping("/people")
    Slice<Choice> people(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Size(max = 200) @Nullable List<String> id,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
        if (id != null) {
            return new Slice<>(
                    directory.names(id).entrySet().stream()
                            .map(person -> new Choice(person.getKey(), person.getValue()))
                            .toList(),
                    null);
        }
        List<Choice> found = directory.people(text, limit).stream()
                .map(person -> new Choice(person.id(), person.name()))
                .toList();
        return new Slice<>(found, null);
    }

    /** By id. What they may do is told to those who can change it, and to auditors. */
    @GetMapping("/groups")
    Slice<GroupRecord> groups(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit) {
        boolean withRights = rights.mayI(Operation.MANAGE_RIGHTS, Rights.ANY_MODEL)
                || rights.mayI(Operation.AUDIT, Rights.ANY_MODEL);
        List<GroupRecord> found = directory.groups().stream()
                .filter(group -> group.isMeantBy(text) && group.id().compareTo(after) > 0)
                .limit(limit + 1L)
                .map(group -> new GroupRecord(
                        group.id(),
                        group.name(),
                        withRights ? rights.of(group.id()) : null,
                        NotificationsRecord.of(notifications.of(group.id()))))
                .toList();
        return Slice.of(found, limit, GroupRecord::id);
    }

    /** Makes exactly these mandatory. {@code If-Match} may name the revision that the caller has seen. */
    @PutMapping("/groups/notifications")
    NotificationsRecord notifications(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WantedNotifications wanted) {
        return NotificationsRecord.of(notifications.demand(
                new GroupNotifications(
                        wanted.group(), wanted.onCreation(), wanted.onClosing(), wanted.onOtherActions()),
                ifMatch));
    }
}
