package org.slipway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people may do with the engine itself, past the operations of releases; granted in Camunda Admin. */
public interface EnginePowers {

    /** In a word each, what the engine knows as dozens of permissions. */
    enum Power {
        /** Deploy models and forms. */
        DEPLOY_MODELS,
        /** Change running instances behind their models: suspend, migrate, move, set variables. */
        MODIFY_INSTANCES,
        /** Make people, groups and grants; what nobody else may with the engine. */
        ADMINISTER
    }

    /**
     * One power of one group, or of one person by himself.
     *
     * @param group  none when a person has it by himself
     * @param person none when a group has it
     * @param scope  the key of a process definition or the like, or {@link Rights#ANY_MODEL}
     */
    record Granted(@Nullable String group, @Nullable String person, Power power, String scope) {}

    /** All that is granted; one statement. */
    List<Granted> granted();
}
