package org.slipway.webapps.retry;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a controller read what its command has done although nothing is committed yet. At the end of each command it does
 * what a commit would do, but for the commit: it runs what waits for the end of the transaction, writes what is not yet
 * written, and forgets what was read.
 */
final class Settlement implements AutoCloseable {

    private static final ThreadLocal<@Nullable Settlement> DUE = new ThreadLocal<>();

    private boolean inCommand;

    private Settlement() {}

    /** From now on, until closed, the commands of this thread are settled. */
    static Settlement due() {
        Settlement settlement = new Settlement();
        DUE.set(settlement);
        return settlement;
    }

    @Override
    public void close() {
        DUE.remove();
    }

    /** Goes around everything transactional; only the outermost call is a command. */
    static MethodInterceptor afterCommands(Supplier<EntityManager> entities) {
        return call -> {
            Settlement settlement = DUE.get();
            return settlement == null || settlement.inCommand
                    ? call.proceed()
                    : settlement.command(call, entities.get());
        };
    }

    private @Nullable Object command(MethodInvocation call, EntityManager entities) throws Throwable {
        inCommand = true;
        try {
            Object result = call.proceed();
            settle();
            entities.flush();
            entities.clear();
            return result;
        } finally {
            inCommand = false;
        }
    }

    private static void settle() {
        List<TransactionSynchronization> waiting = TransactionSynchronizationManager.getSynchronizations();
        while (!waiting.stream().allMatch(Settled.class::isInstance)) {
            TransactionSynchronizationManager.clearSynchronization();
            TransactionSynchronizationManager.initSynchronization();
            waiting.forEach(each -> TransactionSynchronizationManager.registerSynchronization(
                    each instanceof Settled ? each : new Settled(each)));
            waiting.stream().filter(each -> !(each instanceof Settled)).forEach(each -> each.beforeCommit(false));
            waiting = TransactionSynchronizationManager.getSynchronizations();
        }
    }

    /** Has done its work before the commit, and waits for the commit itself. */
    private record Settled(TransactionSynchronization of) implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return of.getOrder();
        }

        @Override
        public void suspend() {
            of.suspend();
        }

        @Override
        public void resume() {
            of.resume();
        }

        @Override
        public void flush() {
            of.flush();
        }

        @Override
        public void beforeCompletion() {
            of.beforeCompletion();
        }

        @Override
        public void afterCommit() {
            of.afterCommit();
        }

        @Override
        public void afterCompletion(int status) {
            of.afterCompletion(status);
        }
    }
}
