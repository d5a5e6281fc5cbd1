package org.slipway.process.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.access.People;
import org.slipway.access.Person;
import org.slipway.process.engine.EngineCommands;
import org.springframework.stereotype.Component;

/** The people and groups of the engine's identity service, which everybody who is logged in may read. */
@Component
class EnginePeople implements People, Directory {

    private final EngineCommands engine;
    private final IdentityService identities;

    EnginePeople(EngineCommands engine, IdentityService identities) {
        this.engine = engine;
        this.identities = identities;
    }

    @Override
    public Optional<Person> find(String id) {
        return engine.run(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(id).singleResult())
                .map(EnginePeople::person));
    }

    @Override
    public boolean groupExists(String group) {
        return engine.run(() -> identities.createGroupQuery().groupId(group).count() > 0);
    }

    @Override
    public Set<String> groupsOf(String id) {
        return identities.createGroupQuery().groupMember(id).unlimitedList().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return engine
                .run(() -> identities
                        .createUserQuery()
                        .userIdIn(ids.toArray(String[]::new))
                        .unlimitedList())
                .stream()
                .map(EnginePeople::person)
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    @Override
    public List<Person> people(String text, int limit) {
        // One look instead of one query per column; the engine's own query knows neither OR nor lower case.
        return identities
                .createNativeUserQuery()
                .sql("select * from ACT_ID_USER where lower(ID_) like #{text} escape '!'"
                        + " or lower(FIRST_ || ' ' || LAST_) like #{text} escape '!'"
                        + " or lower(EMAIL_) like #{text} escape '!' order by LAST_, FIRST_, ID_")
                .parameter("text", containing(text))
                .listPage(0, limit)
                .stream()
                .map(EnginePeople::person)
                .toList();
    }

    @Override
    public List<Group> groups() {
        return engine.run(() -> identities.createGroupQuery().unlimitedList()).stream()
                .map(group -> new Group(group.getId(), orElse(group.getName(), group.getId())))
                .sorted(Comparator.comparing(Group::id))
                .toList();
    }

    private static Person person(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return new Person(user.getId(), name.isEmpty() ? user.getId() : name, user.getEmail());
    }

    private static String containing(String text) {
        String literal = text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return '%' + literal + '%';
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }
}
