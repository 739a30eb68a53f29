package org.huiyin.returns;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How far a return has come; it follows from what was done, except for its closing and its cancelling. */
public enum ReturnStage {
    /** The slip is written, the goods are at the customer's. */
    ANNOUNCED,
    /** Somebody fetches them. */
    FETCHING,
    /** They are counted and stand in the return area. */
    COUNTED,
    /** Quality has said whose fault it is. */
    JUDGED,
    /** It is decided what becomes of them. */
    DISPOSED,
    /** That was done, and what goes back is back. */
    HANDLED,
    CLOSED,
    CANCELLED;

    /** The stages of a board, in their order. */
    public static final List<ReturnStage> WAY = List.of(ANNOUNCED, FETCHING, COUNTED, JUDGED, DISPOSED, HANDLED);

    /** Where a return may come next. */
    public Set<ReturnStage> leadsTo() {
        return switch (this) {
            case ANNOUNCED -> EnumSet.of(FETCHING, COUNTED, HANDLED, CANCELLED);
            case FETCHING -> EnumSet.of(COUNTED, HANDLED, CANCELLED);
            case COUNTED -> EnumSet.of(JUDGED, HANDLED);
            case JUDGED -> EnumSet.of(COUNTED, DISPOSED, HANDLED);
            case DISPOSED -> EnumSet.of(COUNTED, JUDGED, HANDLED);
            case HANDLED -> EnumSet.of(COUNTED, JUDGED, DISPOSED, CLOSED);
            case CLOSED -> EnumSet.of(HANDLED);
            case CANCELLED -> EnumSet.of(ANNOUNCED, FETCHING);
        };
    }

    public boolean open() {
        return this != CLOSED && this != CANCELLED;
    }

    /** Whether the goods are with us. */
    public boolean here() {
        return this == COUNTED || this == JUDGED || this == DISPOSED || this == HANDLED;
    }
}
