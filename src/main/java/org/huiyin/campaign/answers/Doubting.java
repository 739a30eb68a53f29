package org.huiyin.campaign.answers;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.huiyin.campaign.AnswerFacts;
import org.huiyin.campaign.DoubtHit;
import org.huiyin.kernel.Score;
import org.huiyin.survey.ScoreCard;
import org.jspecify.annotations.Nullable;

/** Asks the rules of the round's procedure what speaks against an answer (003/4.5.3). */
final class Doubting {

    private Doubting() {}

    /** An answer through a link: time and device are known. */
    static List<DoubtHit> ofLink(RoundForm form, FormContent content, ScoreCard card, int seconds, @Nullable BigDecimal lastScore, boolean staffDevice) {
        return form.doubt().check(new AnswerFacts(card, Duration.ofSeconds(seconds), score(lastScore), form.overallMark(content), staffDevice));
    }

    /** An answer that one of us typed in: whose device it came from says nothing. */
    static List<DoubtHit> ofEntry(RoundForm form, FormContent content, ScoreCard card, @Nullable BigDecimal lastScore) {
        return form.doubt().check(new AnswerFacts(card, null, score(lastScore), form.overallMark(content), false));
    }

    private static @Nullable Score score(@Nullable BigDecimal value) {
        return value == null ? null : new Score(value);
    }
}
