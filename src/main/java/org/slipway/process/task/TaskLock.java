package org.slipway.process.task;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.slipway.release.Release;
import org.springframework.stereotype.Component;

/**
 * Locks the release to which a task belongs, as {@code Releases.lock} does, without having to ask for its number first.
 * Whether the task is still open is to be looked at afterwards: this may have waited.
 */
@Component
class TaskLock {

    private static final String SELECT = """
            select r from Release r where r.number = cast(sql('(select e.BUSINESS_KEY_ from ACT_RU_TASK t
                join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_ where t.ID_ = ?)', :task) as String)
            """;

    private final EntityManager entities;

    TaskLock(EntityManager entities) {
        this.entities = entities;
    }

    /** Nothing when there is no such task, or it is of no release. */
    Optional<Release> lock(String task) {
        return entities.createQuery(SELECT, Release.class)
                .setParameter("task", task)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
