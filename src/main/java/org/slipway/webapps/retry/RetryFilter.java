package org.slipway.webapps.retry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slipway.access.CurrentUser;
import org.slipway.audit.Afterwards;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.WrongState;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries out a command with a key in one transaction with its answer, so that either both are there or neither. What was
 * refused is not kept: the same key may be used for the next try. Runs behind the doors, so it knows the person.
 */
class RetryFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int TRIES = 3;

    private final CurrentUser currentUser;
    private final KeptAnswers answers;
    private final PlatformTransactionManager transactions;
    private final MultipartResolver uploads;
    private final HandlerExceptionResolver failures;
    private final Clock clock;
    private final int mostBytes;

    /** @param mostBytes the longest body, other than an upload, that may carry a key */
    RetryFilter(
            CurrentUser currentUser,
            KeptAnswers answers,
            PlatformTransactionManager transactions,
            MultipartResolver uploads,
            HandlerExceptionResolver failures,
            Clock clock,
            int mostBytes) {
        this.currentUser = currentUser;
        this.answers = answers;
        this.transactions = transactions;
        this.uploads = uploads;
        this.failures = failures;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(Claim.HEADER) == null || READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            String key = Claim.keyOf(request);
            // Read before a transaction begins: a slow sender must not hold a connection.
            if (uploads.isMultipart(request)) {
                HttpServletRequest upload = uploads.resolveMultipart(request);
                answer(new Claim(currentUser.id(), key, Fingerprint.ofParts(upload)), upload, answer, chain);
            } else {
                HttpServletRequest read = new RereadableRequest(request, mostBytes);
                answer(new Claim(currentUser.id(), key, Fingerprint.of(read)), read, answer, chain);
            }
        } catch (RuntimeException failure) {
            if (answer.getContentSize() > 0) {
                answer.reset();
            }
            if (failures.resolveException(request, answer, null, failure) == null) {
                throw failure;
            }
        }
        answer.copyBodyToResponse();
    }

    private void answer(
            Claim claim, HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        for (int tried = 1; tried <= TRIES; tried++) {
            try (Afterwards refusals = Afterwards.open()) {
                if (carriedOut(claim, request, answer, chain)) {
                    return;
                }
            }
            Optional<KeptAnswer> kept = answers.find(claim);
            if (kept.isPresent()) {
                if (!kept.get().fingerprint().equals(claim.fingerprint())) {
                    throw new BusinessRuleViolated("idempotency-key-reused", Claim.HEADER);
                }
                kept.get().replay(answer);
                return;
            }
        }
        throw new WrongState("request-in-progress", null);
    }

    /** @return false when the key has been answered before, and nothing was done */
    private boolean carriedOut(
            Claim claim, HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        TransactionStatus transaction = transactions.getTransaction(null);
        try {
            if (!answers.take(claim)) {
                return false;
            }
            try (Settlement settlement = Settlement.due()) {
                chain.doFilter(request, answer);
            }
            if (HttpStatusCode.valueOf(answer.getStatus()).is2xxSuccessful()) {
                answers.keep(claim, KeptAnswer.of(claim, clock.instant(), answer));
                transactions.commit(transaction);
            }
            return true;
        } finally {
            if (!transaction.isCompleted()) {
                undo(transaction);
            }
        }
    }

    private void undo(TransactionStatus transaction) {
        try {
            transactions.rollback(transaction);
        } catch (TransactionException connectionIsGone) {
            // The database has undone it already; what the caller is told of the cause stands.
            logger.debug("Not rolled back", connectionIsGone);
        }
    }
}
