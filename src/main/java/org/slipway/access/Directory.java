package org.slipway.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** People and groups to choose from, for forms. Implemented, as are {@link People}, over the engine's identity service. */
public interface Directory {

    /** People whose id, name or mail address contains the text, whatever its case; by name, at most {@code limit}. */
    List<Person> people(String text, int limit);

    /** All groups that there are, by id. */
    List<Group> groups();

    /** The names of these people by their ids, in one query for all of them; who is nobody is absent. */
    Map<String, String> names(Collection<String> ids);
}
