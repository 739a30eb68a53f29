package org.huiyin.campaign.answers;

import java.util.List;
import org.huiyin.campaign.RoundView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A part of an answer's page that a module above fills, such as the complaint that came of it. */
public interface AnswerPanel {

    /** The place among the others; leave gaps. */
    int order();

    /** What the module has to say; null where the actor may not see it or there is nothing to say. */
    @Nullable Part of(Actor actor, RoundView round, AnswerView answer);

    /** A card: lines that lead to records, words where there is none, and what can be done by one click. */
    record Part(Sentence title, @Nullable String clause, List<Line> lines, List<Sentence> words, @Nullable Act act) {

        public Part {
            lines = List.copyOf(lines);
            words = List.copyOf(words);
        }
    }

    /** A record: its number, its page below the company's address where the actor may open it, its state. */
    record Line(String number, @Nullable String path, Sentence state, String tone) {}

    /** A button and the path below the company's address to which it posts. */
    record Act(Sentence words, String path) {}
}
