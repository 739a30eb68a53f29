package org.huiyin.returns;

import java.util.List;
import java.util.UUID;

/** What is to become of a line, by verdict and quantity; the words name a concession, or why we settle what is not ours. */
public record NewDecision(UUID line, List<ReturnLine.Disposal> disposals, String words) {

    public NewDecision {
        disposals = List.copyOf(disposals);
        words = words.strip();
    }
}
