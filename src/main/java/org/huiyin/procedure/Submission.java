package org.huiyin.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.kernel.PersonId;

/** A draft handed in for approval, with the hash of what is to be approved. */
public record Submission(
        UUID id, String contentHash, LocalDate effectiveFrom, String changeNote, PersonId by, Instant at) {}
