package org.huiyin.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.PersonId;

/** The marks on a picture as they were drawn last; data over the picture, which itself stays as it came. */
public record MarkView(UUID attachment, int version, List<Shape> shapes, PersonId by, Instant at) {

    public MarkView {
        shapes = List.copyOf(shapes);
    }

    /**
     * A circle, box or arrow with a note; places are thousandths of the picture's width and height.
     *
     * @param x from left
     * @param y from above
     * @param w to the right; of an arrow: where it points to
     * @param h downward
     */
    public record Shape(Kind kind, int x, int y, int w, int h, String note) {}

    /** The form of a mark. */
    public enum Kind {
        CIRCLE,
        BOX,
        ARROW
    }
}
