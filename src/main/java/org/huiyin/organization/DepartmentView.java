package org.huiyin.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A department as lists and choices show it. */
public record DepartmentView(UUID id, String name, @Nullable UUID parent, int people, boolean closed) {}
