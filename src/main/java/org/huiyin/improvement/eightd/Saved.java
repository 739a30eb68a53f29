package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.util.List;
import org.huiyin.kernel.PersonId;

/**
 * What became of a save.
 *
 * @param version the version that the writer goes on from
 * @param others fields that somebody else changed since the writer loaded them; hers were kept apart and put together
 */
public record Saved(int version, Instant at, List<Others> others) {

    /** A field that somebody else changed in between. */
    public record Others(String field, String words, PersonId by) {}

    public Saved {
        others = List.copyOf(others);
    }
}
