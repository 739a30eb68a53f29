package org.huiyin.improvement;

import java.time.Instant;
import java.util.List;
import org.huiyin.kernel.PersonId;

/** That a late promise was carried up to a level, and to whom. */
public record EscalationView(String promise, int level, List<PersonId> told, int daysLate, Instant at) {}
