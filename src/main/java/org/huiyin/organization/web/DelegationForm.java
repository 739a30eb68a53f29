package org.huiyin.organization.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A delegation as it is typed. */
public record DelegationForm(
        @Nullable UUID once, @Nullable UUID from, @Nullable UUID to, @Nullable String role,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate first,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last, @Nullable String reason) {}
