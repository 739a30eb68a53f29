package org.huiyin.claims;

/** Who claims: a customer from us, or we from somebody. */
public enum Direction {
    AGAINST_US,
    BY_US
}
