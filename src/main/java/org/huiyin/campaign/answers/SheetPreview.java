package org.huiyin.campaign.answers;

import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What a filled-in answer sheet would bring, row by row, before anything is stored. */
public record SheetPreview(UUID id, String fileName, List<Line> lines, @Nullable Integer taken) {

    /** What becomes of a row. */
    public enum State {
        /** It becomes an answer. */
        NEW,
        /** Nothing is filled in. */
        EMPTY,
        /** The contact has answered already; the row is left out. */
        ANSWERED,
        /** Something is wrong with it. */
        BAD
    }

    /**
     * A row of the file.
     *
     * @param line its number as Excel shows it
     * @param problems a sentence per bad cell, with its place
     * @param blanks how many items are left blank and stored as unanswered
     */
    public record Line(int line, String number, @Nullable String customer, State state, List<Sentence> problems, int blanks) {

        public Line {
            problems = List.copyOf(problems);
        }
    }

    public SheetPreview {
        lines = List.copyOf(lines);
    }

    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }
}
