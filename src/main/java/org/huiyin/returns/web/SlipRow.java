package org.huiyin.returns.web;

/** A line of a slip that is corrected, as it is typed: which one it is, what it says, whether it goes. */
public record SlipRow(String id, LineForm line, boolean remove) {}
