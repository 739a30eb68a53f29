package org.huiyin.improvement.eightd;

import java.util.Set;
import org.huiyin.kernel.SubjectRef;

/** A step was opened again, and every later one with it; published inside the transaction. */
public record EightDReopened(EightDId eightD, EightDStep step, Set<SubjectRef> sources, String reason) {}
