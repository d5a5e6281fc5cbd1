package org.slipway.access;

import java.util.Optional;

/** In which language people have chosen to read; filled by the room that has their preferences. */
public interface ChosenLanguages {

    /** A language such as {@code es}; none for who leaves it to his browser. */
    Optional<String> of(String person);
}
