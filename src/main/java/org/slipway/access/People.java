package org.slipway.access;

import java.util.Optional;
import java.util.Set;

/** Who there is. Implemented over the engine's identity service, so that all surfaces know the same people. */
public interface People {

    Optional<Person> find(String id);

    boolean groupExists(String group);

    Set<String> groupsOf(String id);
}
