package org.huiyin.platform.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the sentence instead of a stack trace. */
final class DatabaseNotReadyAnalyzer extends AbstractFailureAnalyzer<DatabaseNotReady> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotReady cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
