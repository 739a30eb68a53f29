package org.huiyin.customer;

import java.time.Instant;
import java.time.LocalDate;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A step in the history of a customer's class. @param kind RUN, DECISION, APPLICATION or TAKEN_OVER */
public record GradeStep(Grade grade, LocalDate since, String kind, @Nullable String reason, @Nullable String run, PersonId by, Instant at) {}
