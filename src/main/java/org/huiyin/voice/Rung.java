package org.huiyin.voice;

import org.huiyin.kernel.Sentence;

/** One source that a date could have come from: what it said, and whether it decided (decision D6). */
public record Rung(Precedence.Source source, Sentence says, boolean given, boolean won) {}
