package org.huiyin.voice;

import java.util.List;
import org.huiyin.kernel.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A deadline with what it rests on.
 *
 * @param counted the rule that was counted; none where the customer's date decided
 */
record Reckoning(Deadline deadline, Precedence.Source source, List<Rung> rungs, @Nullable ClockRule counted) {}
