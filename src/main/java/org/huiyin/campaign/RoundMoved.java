package org.huiyin.campaign;

/** A round has come to another state; published inside the transaction. */
public record RoundMoved(RoundId round, RoundState from, RoundState to) {}
