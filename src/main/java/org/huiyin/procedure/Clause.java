package org.huiyin.procedure;

import java.util.List;
import java.util.Objects;
import org.huiyin.kernel.Label;
import org.jspecify.annotations.Nullable;

/**
 * A clause of the procedure in our own words: what it demands, the settings that make it run, the standards it answers.
 *
 * @param group number of the chapter it stands under
 * @param printed number in the original where that was misprinted
 * @param note where the procedure contradicts itself and how we read it
 * @param part the part of the software that carries it, such as "complaint"
 * @param matters what it speaks of, as the software calls it, such as "complaint.notOurs"; evidence and marks are led by it
 * @param standards references such as "ISO9001/9.1.2"; their editions stand in the profile
 */
public record Clause(
        String number,
        String group,
        @Nullable String printed,
        Label title,
        @Nullable Label text,
        @Nullable Label note,
        @Nullable String part,
        List<String> standards,
        List<String> settings,
        List<String> forms,
        List<String> matters) {

    public Clause {
        standards = List.copyOf(Objects.requireNonNullElse(standards, List.of()));
        settings = List.copyOf(Objects.requireNonNullElse(settings, List.of()));
        forms = List.copyOf(Objects.requireNonNullElse(forms, List.of()));
        matters = List.copyOf(Objects.requireNonNullElse(matters, List.of()));
    }
}
