package org.huiyin.analysis;

import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.answers.RoundForm;
import org.jspecify.annotations.Nullable;

/**
 * A round's result as a reader gets it.
 *
 * @param frozenHash the hash of the signed result; missing while it is provisional
 */
public record ResultView(RoundView round, RoundForm form, RoundResult result, @Nullable String frozenHash) {

    /** Whether the figures may still change. */
    public boolean provisional() {
        return frozenHash == null;
    }
}
