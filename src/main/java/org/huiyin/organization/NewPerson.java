package org.huiyin.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person to be entered. */
public record NewPerson(
        String name, @Nullable UUID department, @Nullable String email, @Nullable String phone, @Nullable String language) {}
