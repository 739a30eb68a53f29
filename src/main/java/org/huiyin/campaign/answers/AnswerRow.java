package org.huiyin.campaign.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer in a list; customer and contact are missing where the reader must not know them (D36).
 *
 * @param rules the rules that doubt it
 */
public record AnswerRow(
        AnswerView answer, @Nullable String customer, @Nullable String customerCode, @Nullable String contact, List<DoubtRule> rules) {

    public AnswerRow {
        rules = List.copyOf(rules);
    }
}
