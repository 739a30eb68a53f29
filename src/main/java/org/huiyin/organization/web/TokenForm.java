package org.huiyin.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A token as it is asked for. */
public record TokenForm(@Nullable UUID once, @Nullable String name, @Nullable List<String> scopes,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate expires) {

    public String nameText() {
        return name == null ? "" : name.strip();
    }

    public List<String> chosen() {
        return scopes == null ? List.of() : scopes;
    }
}
