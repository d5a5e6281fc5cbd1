package org.slipway.process.task;

import org.camunda.bpm.engine.RuntimeService;
import org.slipway.process.ProcessVariable;
import org.slipway.process.engine.EngineCommands;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers last for the transaction in which they are given. Those that the engine stored are removed at its end, after
 * the gateways have read them; the engine cannot turn a stored variable into a passing one on the way.
 */
@Component
class AnswersAreForgotten {

    private final EngineCommands engine;
    private final RuntimeService runtime;

    AnswersAreForgotten(EngineCommands engine, RuntimeService runtime) {
        this.engine = engine;
        this.runtime = runtime;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(StoredAnswers answers) {
        // The system tidies up; the log of what operators do says nothing of it.
        engine.ask(() -> {
            boolean runs = runtime.createProcessInstanceQuery()
                            .processInstanceId(answers.processInstance())
                            .count()
                    > 0;
            if (runs) {
                ProcessVariable.forget(runtime, answers.processInstance(), answers.names());
            }
            return runs;
        });
    }
}
