package org.slipway.process.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Nobody could administer this installation, so it does not start. */
class NoAdministrator extends RuntimeException {

    private final String remedy;

    NoAdministrator(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** Shows the operator what to do instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<NoAdministrator> {

        @Override
        protected FailureAnalysis analyze(Throwable root, NoAdministrator cause) {
            return new FailureAnalysis(cause.getMessage(), cause.remedy, cause);
        }
    }
}
