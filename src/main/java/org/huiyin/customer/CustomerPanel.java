package org.huiyin.customer;

import java.util.List;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A part of the customer's page that a module above fills with its records: a figure for the row of figures and a card with
 * a table. Each module with something to say of a customer has a bean of it.
 */
public interface CustomerPanel {

    /** The place among the others; leave gaps. */
    int order();

    /** What the module has to say; null where the actor may not see it or there is nothing to say. */
    @Nullable Content of(Actor actor, CustomerView customer);

    /** Where the card stands: in the broad middle or at the right side. */
    enum Place { MIDDLE, SIDE }

    /**
     * A card.
     *
     * @param key a stable name, such as {@code rounds}
     * @param fact the figure at the top of the page, if it deserves one
     * @param path the page with all of it, below the company's address
     * @param columns the headers of the table
     */
    record Content(
            String key,
            Place place,
            Sentence title,
            @Nullable Fact fact,
            @Nullable String path,
            @Nullable String clause,
            List<Sentence> columns,
            List<Line> lines,
            @Nullable Sentence none) {

        public Content {
            clause = clause == null || clause.isEmpty() ? null : clause;
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /** A figure with small words beside it; tone: "", ok, warn or bad. */
    record Fact(Sentence label, Object figure, @Nullable Sentence note, String tone) {

        /** What is open; red, with these words, where some of it is late. */
        public static Fact open(Sentence label, long open, long late, String lateWords) {
            return new Fact(label, open, late > 0 ? new Sentence(lateWords, late) : null, late > 0 ? "bad" : "");
        }
    }

    /** A row of the table; the first cell leads to the path. */
    record Line(List<Cell> cells, @Nullable String path) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** What stands in a cell: text, number, date, sentence; tone: "" for plain words, else a pill (ok, warn, bad, info, line). */
    record Cell(Object value, String tone) {

        public static Cell of(Object value) {
            return new Cell(value, "");
        }

        public static Cell pill(Object value, String tone) {
            return new Cell(value, tone);
        }
    }
}
