package org.huiyin.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.huiyin.audit.AuditFilter;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The filter as it stands in the address; both days are included. */
public record AuditQuery(
        @Nullable UUID who, @Nullable String type, @Nullable String verb, @Nullable UUID subject,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {

    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(who == null ? null : new PersonId(who), text(type), text(verb), subject,
                start(from, zone), to == null ? null : start(to.plusDays(1), zone));
    }

    /** Whether anything is filtered at all. */
    public boolean any() {
        return who != null || text(type) != null || text(verb) != null || subject != null || from != null || to != null;
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
