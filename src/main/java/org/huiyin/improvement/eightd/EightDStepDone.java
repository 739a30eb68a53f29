package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.util.Set;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;

/** A step was ended; published inside the transaction. */
public record EightDStepDone(EightDId eightD, EightDStep step, Set<SubjectRef> sources, PersonId by, Instant at) {}
