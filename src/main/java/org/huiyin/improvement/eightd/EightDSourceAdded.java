package org.huiyin.improvement.eightd;

import java.time.Instant;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;

/** An 8D answers one more record; published inside the transaction. */
public record EightDSourceAdded(EightDId eightD, SubjectRef source, PersonId by, Instant at) {}
