package org.huiyin.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.kernel.PersonId;

/** One person lends a role to another from the first to the last day, both included. */
public record Delegation(
        UUID id, PersonId from, PersonId to, String role, LocalDate firstDay, LocalDate lastDay, String reason, boolean ended) {}
