package org.huiyin.platform.postgres;

import org.jspecify.annotations.Nullable;

/** The database cannot serve; the message says to the operator why, and what to do. */
public final class DatabaseNotReady extends RuntimeException {

    public DatabaseNotReady(String message) {
        this(message, null);
    }

    public DatabaseNotReady(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
