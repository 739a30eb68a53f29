package org.huiyin.voice;

import java.time.LocalDate;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which promises a forecast shows.
 *
 * @param from the first day; with late ones everything before it counts as well
 * @param late whether what is late already stands there too
 */
public record DueFilter(LocalDate from, LocalDate to, boolean late, @Nullable PromiseKind kind, @Nullable VoiceKind voiceKind, @Nullable PersonId owner) {}
