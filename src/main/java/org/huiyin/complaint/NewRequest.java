package org.huiyin.complaint;

import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A unit is asked for something: those who hold a role, a department, or one person. */
public record NewRequest(@Nullable String role, @Nullable UUID department, @Nullable PersonId person, String question) {

    public NewRequest {
        question = question.strip();
    }
}
