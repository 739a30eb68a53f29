package org.huiyin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A list that is being brought in.
 *
 * @param history whether its complaints are history, without clocks; else each is taken in as if it were told now
 * @param known rows whose complaint or shipment is there already
 * @param changed rows that give another quantity of a shipment than is recorded
 * @param replacing whether those take the place of what is recorded
 * @param kept rows that could not be taken back since somebody has worked on them
 */
public record ImportView(UUID id, ImportKind kind, String fileName, UUID file, State state, int sheet, boolean history, int read, int good, int bad, int known,
        int changed, boolean replacing, int taken, int kept, @Nullable Sentence failure, PersonId by, Instant at) {

    /** How far it is. */
    public enum State {
        UPLOADED, READING, READ, TAKING, DONE, UNDOING, UNDONE, FAILED, DROPPED;

        public boolean busy() {
            return this == READING || this == TAKING || this == UNDOING;
        }
    }

    /** How many rows are taken over. */
    public int wanted() {
        return good + (replacing ? changed : 0);
    }

    /** How much of the present work is done, between 0 and 1. */
    public double share() {
        return wanted() == 0 ? 0 : Math.min(1.0, (double) taken / wanted());
    }
}
