package org.huiyin.voice;

import java.time.Instant;

/** A clock ran on after a pause, so that its end moved; published inside the transaction. */
public record PromiseMoved(VoiceId voice, PromiseKind kind, Instant due) {}
