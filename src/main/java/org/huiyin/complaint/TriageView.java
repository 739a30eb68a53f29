package org.huiyin.complaint;

import java.time.Instant;
import org.huiyin.kernel.PersonId;

/**
 * A triage as it was decided; a revision stands beside it.
 *
 * @param late whether it came after the day of receipt; such triages are counted apart (D30)
 */
public record TriageView(int round, TriageClass triage, String reason, boolean late, PersonId by, Instant at) {}
