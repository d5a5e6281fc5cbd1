package org.slipway.process.task;

import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.stereotype.Component;

/** Answers that people began to write and have not given. */
@Component
class PeopleOfDrafts implements PersonalData {

    @Override
    public void erase(Erasure person) {
        person.delete("process_task_draft", "person");
    }
}
