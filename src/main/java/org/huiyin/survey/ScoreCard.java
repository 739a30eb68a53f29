package org.huiyin.survey;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;
import org.jspecify.annotations.Nullable;

/**
 * A scored answer: the total rescaled over the weight answered (missing when nothing was), which parts of the weight
 * were answered, not applicable and left blank, and whether too little was answered to be trusted (001/5.4.4).
 */
public record ScoreCard(
        @Nullable Score total,
        Share answered,
        Share notApplicable,
        Share unanswered,
        boolean doubtful,
        List<ItemScore> items,
        List<Sentence> notes) {

    public ScoreCard {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    public Optional<ItemScore> item(String code) {
        return items.stream().filter(item -> item.item().equals(code)).findFirst();
    }
}
