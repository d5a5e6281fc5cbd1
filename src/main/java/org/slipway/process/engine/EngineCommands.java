package org.slipway.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Lets the product use the engine on its own authority. What a person may do with a release was asked of the domain; the
 * engine's authorizations are for those who reach it directly, and are coarse. The person stays authenticated, so that
 * the operation log names him.
 */
@Component
public class EngineCommands {

    private final ProcessEngineConfigurationImpl engine;

    EngineCommands(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** All engine calls inside are one command: they share its cache and are flushed together at its end. */
    public <T> T run(Supplier<T> calls) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(calls::get));
    }

    /** As {@link #run(Supplier)}, of what is no deed of a person: the operation log says nothing of it. */
    public <T> T ask(Supplier<T> calls) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            context.disableUserOperationLog();
            try {
                return context.runWithoutAuthorization(calls::get);
            } finally {
                context.enableUserOperationLog();
            }
        });
    }

    /** As {@link #run(Supplier)}, without a result. */
    public void run(Runnable calls) {
        run(() -> {
            calls.run();
            return true;
        });
    }
}
