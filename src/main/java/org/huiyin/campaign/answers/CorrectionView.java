package org.huiyin.campaign.answers;

import java.time.Instant;
import org.huiyin.kernel.PersonId;

/** Why signed answers are gone through once more, and by whose word. */
public record CorrectionView(int afterNumber, String reason, PersonId by, Instant at) {}
