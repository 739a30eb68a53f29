package org.huiyin.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.huiyin.kernel.Score;
import org.huiyin.survey.ScoreCard;
import org.jspecify.annotations.Nullable;

/**
 * What the doubt rules look at: the scored answer, the time taken to fill it in (unknown on paper), the customer's score
 * of the last round, the respondent's own overall mark of 0 to 100, and whether a staff device sent it (003/4.5.3).
 */
public record AnswerFacts(
        ScoreCard card,
        @Nullable Duration timeTaken,
        @Nullable Score lastRound,
        @Nullable BigDecimal overall,
        boolean fromStaffDevice) {

    /** The scores of the items that were answered, in the order of the form. */
    List<Score> itemScores() {
        return card.items().stream()
                .map(item -> item.score())
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .toList();
    }
}
