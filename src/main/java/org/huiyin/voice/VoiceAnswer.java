package org.huiyin.voice;

import java.time.Instant;
import org.huiyin.kernel.PersonId;

/** An answer that reached the customer; evidence, never changed. */
public record VoiceAnswer(String how, String text, Instant at, PersonId by, PersonId notedBy, Instant notedAt) {}
