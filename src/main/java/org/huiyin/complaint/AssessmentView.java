package org.huiyin.complaint;

import java.time.Instant;
import org.huiyin.kernel.PersonId;

/** An assessment as it was given; a later one stands beside it. */
public record AssessmentView(NewAssessment assessment, PersonId by, Instant at) {}
