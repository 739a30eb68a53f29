package org.huiyin.complaint;

import java.util.List;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A part of the complaint's page that a module above fills with its records, such as returns and claims. Each module with
 * something to say of a complaint has a bean of it.
 */
public interface ComplaintPanel {

    /** The place among the others; leave gaps. */
    int order();

    /** The cards that the module has to show; none where the actor may not see them. */
    List<Part> of(Actor actor, ComplaintView complaint);

    /**
     * A card with a table.
     *
     * @param key a stable name, such as {@code returns}
     * @param path the page with all of it, below the company's address
     * @param columns the headers of the table
     * @param none what stands there while there is no line
     * @param acts what can be begun from here
     */
    record Part(String key, Sentence title, @Nullable String path, @Nullable String clause, List<Sentence> columns, List<Line> lines, @Nullable Sentence none,
            List<Act> acts) {

        public Part {
            clause = clause == null || clause.isEmpty() ? null : clause;
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
            acts = List.copyOf(acts);
        }
    }

    /** A row; the first cell leads to the path. */
    record Line(List<Cell> cells, @Nullable String path) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** What stands in a cell: text, number, date, instant, sentence; tone: "" for plain words, else a pill (ok, warn, bad, info, line). */
    record Cell(Object value, String tone) {

        public static Cell of(Object value) {
            return new Cell(value, "");
        }

        public static Cell pill(Object value, String tone) {
            return new Cell(value, tone);
        }
    }

    /** A link that begins something: its words and the path below the company's address. */
    record Act(Sentence words, String path) {}
}
