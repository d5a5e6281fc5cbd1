package org.slipway.process.task;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskDraftRepository extends Repository<TaskDraft, TaskDraft.Key> {

    Optional<TaskDraft> findById(TaskDraft.Key key);

    TaskDraft save(TaskDraft draft);

    @Modifying
    @Query("delete from TaskDraft d where d.release = :release")
    void deleteOf(String release);
}
