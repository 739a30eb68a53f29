package org.huiyin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.voice.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A report that went out and what the customer said to it.
 *
 * @param report the file as it was sent
 */
public record AnswerView(UUID id, int round, boolean last, String words, Channel way, String recipient, @Nullable UUID report, @Nullable UUID mail, PersonId by,
        Instant at, @Nullable ReactionView reaction) {

    /** What the customer said; by nobody of ours where he said it on his own page. */
    public record ReactionView(boolean accepted, String reason, Channel way, String who, PersonId notedBy, Instant at) {}
}
