package org.huiyin.improvement.eightd;

/** A picture as the paper draws it. */
public record EightDShot(String caption, String data) {}
