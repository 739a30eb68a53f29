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

    /** Whether the reader may know who answered. */
    public boolean named() {
        return customer != null;
    }

    /** What stands for the answer in an address: its number, or its identity where the number would name the contact. */
    public String key() {
        return named() ? answer.number() : answer.id().value().toString();
    }

    /** What the reader sees as its number. */
    public String label() {
        return named() ? answer.number() : answer.id().value().toString().substring(24);
    }
}
