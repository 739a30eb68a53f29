package org.huiyin.analysis;

import java.util.List;
import org.huiyin.kernel.Sentence;

/** How many answers were received, how many count, and why the others do not; printed on each report (003/4.5.3). */
public record Validity(int received, int undecided, List<String> invalidReasons) {

    public Validity {
        invalidReasons = List.copyOf(invalidReasons);
        if (undecided < 0 || received < undecided + invalidReasons.size()) {
            throw new IllegalArgumentException("More answers ruled out than received");
        }
    }

    public int invalid() {
        return invalidReasons.size();
    }

    /** Doubtful answers that nobody has decided on do not count yet. */
    public int valid() {
        return received - undecided - invalid();
    }

    public Sentence sentence() {
        return undecided > 0
                ? new Sentence("analysis.validity.undecided", received, valid(), invalid(), undecided)
                : invalid() > 0
                        ? new Sentence("analysis.validity.reasons", received, valid(), invalid(), String.join("; ", invalidReasons))
                        : new Sentence("analysis.validity.all", received, valid());
    }
}
