package org.huiyin.customer;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;

/** A merger of two customers, which can be taken back. */
public record MergerView(UUID id, String from, String into, String reason, PersonId by, Instant at, boolean ended) {}
