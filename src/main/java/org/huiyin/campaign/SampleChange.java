package org.huiyin.campaign;

import java.time.Instant;
import java.util.List;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A change of a sample by hand: who left, who came, why, and what was warned about. */
public record SampleChange(
        @Nullable String leaving, @Nullable String entering, String reason, List<Sentence> warnings, PersonId by, Instant at) {}
