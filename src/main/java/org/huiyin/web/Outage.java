package org.huiyin.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What lies below Huiyin and gives way: a database that is away for a moment, or no room left on the disk. */
enum Outage {
    /** The database is starting again, or cannot be reached. */
    AWAY(503),
    /** Nothing can be written until somebody makes room. */
    FULL(507);

    private static final Set<String> GOING = Set.of("57P01", "57P02", "57P03", "53300");
    private static final Set<String> NO_ROOM = Set.of("53100", "53400");
    private static final Pattern NO_SPACE = Pattern.compile("No\\sspace\\sleft");
    private static final int DEEPEST = 20;

    private final int status;

    Outage(int status) {
        this.status = status;
    }

    /** The outage behind a failure, if one is. */
    static Optional<Outage> behind(@Nullable Throwable thrown) {
        Outage found = null;
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Outage here = of(cause);
            found = here == null ? found : here;
            cause = cause.getCause();
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Outage of(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException) {
            return AWAY;
        }
        if (cause instanceof SQLException refused && refused.getSQLState() != null) {
            String state = refused.getSQLState();
            return NO_ROOM.contains(state) ? FULL : state.startsWith("08") || GOING.contains(state) ? AWAY : null;
        }
        boolean full = cause instanceof IOException && NO_SPACE.matcher(String.valueOf(cause.getMessage())).find();
        return full ? FULL : null;
    }

    Failure failure() {
        return Failure.plain(status, name().toLowerCase(java.util.Locale.ROOT));
    }
}
