package org.huiyin.organization;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A person of the company as lists show her. */
public record PersonView(
        PersonId id,
        String name,
        @Nullable UUID departmentId,
        @Nullable String department,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable LocalDate leftOn,
        Set<String> roles,
        @Nullable String login,
        int version) {

    /** Whether the person still works here. */
    public boolean active() {
        return leftOn == null;
    }
}
