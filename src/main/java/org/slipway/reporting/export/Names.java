package org.slipway.reporting.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slipway.access.Directory;
import org.slipway.access.Group;

/** What people and groups are called, for one export: each is looked up once, however many rows name him. */
final class Names {

    private final Directory directory;
    private final Map<String, String> groups;
    private final Map<String, String> people = new HashMap<>();

    Names(Directory directory) {
        this.directory = directory;
        this.groups =
                directory.groups().stream().collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one));
    }

    /** The login name of who is nobody any more. */
    String person(String id) {
        return people.computeIfAbsent(id, one -> directory.names(List.of(one)).getOrDefault(one, one));
    }

    String group(String id) {
        return groups.getOrDefault(id, id);
    }
}
