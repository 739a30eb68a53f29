package org.huiyin.campaign;

import java.time.Instant;
import org.huiyin.kernel.PersonId;

/** A step that a round took: where to, by whom, when and why. */
public record RoundStep(RoundState state, String reason, PersonId by, Instant at) {}
