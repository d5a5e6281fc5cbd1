package org.slipway.reporting.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.portfolio.RegistryNames;

/** What keys are called, for one export: each is looked up once, however many rows hold it. */
final class Names {

    private final Directory directory;
    private final RegistryNames registries;
    private final Map<String, String> groups;
    private final Map<String, Map<String, String>> known = new HashMap<>();

    Names(Directory directory, RegistryNames registries) {
        this.directory = directory;
        this.registries = registries;
        this.groups =
                directory.groups().stream().collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one));
    }

    /** The login name of who is nobody any more. */
    String person(String id) {
        return known(
                "person",
                id,
                one -> Optional.ofNullable(directory.names(List.of(one)).get(one)));
    }

    /** The key itself of what is not kept any more. */
    String of(String registry, String key) {
        return known(registry, key, one -> registries.of(registry, one));
    }

    private String known(String what, String key, Function<String, Optional<String>> ask) {
        return known.computeIfAbsent(what, any -> new HashMap<>())
                .computeIfAbsent(key, unknown -> ask.apply(unknown).orElse(unknown));
    }

    String group(String id) {
        return groups.getOrDefault(id, id);
    }
}
