package org.huiyin.campaign.answers;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a draft: saved after the commit, or refused because another device was faster; then with what that one
 * saved.
 */
public sealed interface DraftSaved {

    record Saved(int version, Instant at, ZoneId zone) implements DraftSaved {}

    record Overtaken(int version, FormContent content, @Nullable Instant at, ZoneId zone) implements DraftSaved {}

    /** There is nothing to be saved any more: answered, shut or unknown. */
    record Closed() implements DraftSaved {}
}
