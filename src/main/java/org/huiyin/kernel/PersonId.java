package org.huiyin.kernel;

import java.util.UUID;

/** Identifies a person of a company; {@link #SYSTEM} stands for Huiyin itself. */
public record PersonId(UUID value) {

    /** The program, when it acts by itself: a reminder, an escalation. */
    public static final PersonId SYSTEM = new PersonId(new UUID(0, 0));
}
