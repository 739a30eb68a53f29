package org.huiyin.analysis;

/** How much of a kind followed, and for how many customers. */
public record ConsequenceCount(int things, int customers) {}
