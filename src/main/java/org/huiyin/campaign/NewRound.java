package org.huiyin.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round to be planned; what is missing comes from the procedure.
 *
 * @param window code of the procedure's window; needed for a central round
 * @param closesOn opening day plus the procedure's days for return where it is missing
 * @param questionnaireVersion the newest version of the procedure's questionnaire where it is missing
 * @param confidential the procedure's choice where it is missing
 * @param despiteWarnings whether the planner has read the warnings and plans all the same
 */
public record NewRound(
        RoundKind kind,
        @Nullable String window,
        String title,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable UUID questionnaireVersion,
        @Nullable Boolean confidential,
        boolean despiteWarnings) {

    /** A round in a window of the procedure, all else as the procedure says. */
    public static NewRound central(String window, String title, LocalDate opensOn) {
        return new NewRound(RoundKind.CENTRAL, window, title, opensOn, null, null, null, false);
    }

    /** A round at any time among important customers (001/5.4.2.2). */
    public static NewRound rolling(String title, LocalDate opensOn) {
        return new NewRound(RoundKind.ROLLING, null, title, opensOn, null, null, null, false);
    }

    /** The same, planned in spite of what was warned about. */
    public NewRound confirmed() {
        return new NewRound(kind, window, title, opensOn, closesOn, questionnaireVersion, confidential, true);
    }
}
