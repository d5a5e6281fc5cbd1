package org.slipway.webapps;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** Failures that are nobody's fault: two people at once, a task just done, a database that does not answer. */
final class Conflicts {

    /** Serialisation failure, deadlock, lock not available (PostgreSQL, H2). */
    private static final Set<String> LOCKED = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /** A task, or what else a command needs of the engine, is not there. */
    static final String GONE = "task-gone";

    /** Unique violation: someone else has just stored the same. */
    private static final String DUPLICATE = "23505";

    /** Statement or connection cut off: by a timeout, a restart, a lost network. */
    private static final Set<String> CUT_OFF = Set.of("57014", "57P01", "57P02", "57P03", "08000", "08001", "08006");

    /** A character that the database cannot keep, such as U+0000. */
    private static final String UNSTORABLE = "22021";

    private Conflicts() {}

    static @Nullable Verdict verdict(Throwable cause) {
        Verdict locking = locking(cause);
        if (locking != null) {
            return locking;
        }
        Verdict suspended = suspended(cause);
        if (suspended != null) {
            return suspended;
        }
        if (hasState(cause, Set.of(UNSTORABLE))) {
            return Verdict.of(HttpStatus.BAD_REQUEST, "text-malformed");
        }
        if (cause instanceof TaskAlreadyClaimedException) {
            return Verdict.of(HttpStatus.CONFLICT, "task-already-claimed");
        }
        if (cause instanceof MismatchingMessageCorrelationException) {
            return Verdict.of(HttpStatus.CONFLICT, "event-not-expected");
        }
        if (cause instanceof NullValueException || cause instanceof NotFoundException) {
            return Verdict.of(HttpStatus.CONFLICT, GONE);
        }
        if (cause instanceof BadUserRequestException) {
            return Verdict.of(HttpStatus.BAD_REQUEST, "malformed");
        }
        return isUnavailable(cause) ? unavailable() : null;
    }

    static @Nullable Verdict suspended(Throwable cause) {
        return cause instanceof SuspendedEntityInteractionException
                ? Verdict.of(HttpStatus.CONFLICT, "release-suspended")
                : null;
    }

    static @Nullable Verdict locking(Throwable cause) {
        if (cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || cause instanceof jakarta.persistence.OptimisticLockException
                || cause instanceof jakarta.persistence.PessimisticLockException
                || cause instanceof jakarta.persistence.LockTimeoutException
                || hasState(cause, LOCKED)) {
            return Verdict.of(HttpStatus.CONFLICT, "concurrent-change");
        }
        return hasState(cause, Set.of(DUPLICATE)) ? Verdict.of(HttpStatus.CONFLICT, "already-exists") : null;
    }

    private static boolean isUnavailable(Throwable cause) {
        return cause instanceof CannotCreateTransactionException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof SQLTransientConnectionException
                || hasState(cause, CUT_OFF);
    }

    private static Verdict unavailable() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return Verdict.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable").with(headers);
    }

    private static boolean hasState(Throwable cause, Set<String> states) {
        return cause instanceof SQLException failure
                && failure.getSQLState() != null
                && states.contains(failure.getSQLState());
    }
}
