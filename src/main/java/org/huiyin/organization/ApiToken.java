package org.huiyin.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A key for programs; acts as its person, cut down to its scopes. */
public record ApiToken(
        UUID id, CompanyId company, PersonId person, String name, Set<String> scopes, Instant createdAt,
        @Nullable Instant expiresAt, @Nullable LocalDate lastUsedOn, @Nullable Instant revokedAt) {

    /** Whether the token opens the door at the instant. */
    public boolean validAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
