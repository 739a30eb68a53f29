package org.huiyin.improvement;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One "because" in the tree of whys.
 *
 * @param depth 1 for the answer to the first why
 * @param leaf whether no further why was asked below it
 * @param struck why it does not count any more
 */
public record CauseView(UUID id, int cycle, @Nullable UUID parent, int depth, boolean leaf, String words, PersonId by, Instant at, @Nullable String struck) {}
